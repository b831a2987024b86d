import type { FrozenText } from '../domain/frozen.ts';
import { frozenReading } from '../documents/package-text.ts';
import { checkPage } from '../documents/package-check.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { Pack } from '../operations/delivery.ts';
import { type PackagePage, packageOf, type PackagePages, type Wanted } from '../operations/package.ts';
import type { House } from '../operations/perform.ts';

const titleOf = ({ hashed }: PackagePage): string => (JSON.parse(hashed) as FrozenText).title;

/** The pages that people read in a package. */
export const pages: PackagePages = {
  reading: (page) => frozenReading(page, { how: page.version.frozen?.how ?? 'signing', title: titleOf(page) }),
  check: (page) => {
    const { summit, slug: declaration, rehearsal } = page.declaration;
    return checkPage({ summit, declaration, version: page.version.slug, title: titleOf(page), rehearsal });
  },
};

/** Packs what is handed over; a package that is built already is that one. */
export const packing =
  (house: House, at: Date): Pack =>
  async ({ version, count, ...of }) => {
    const { sha256, size } = await packageOf(house, of, { version, count }, { at, pages });
    return { sha256, size };
  };

/** Answers where the package lies; builds it first, where nobody has yet. */
export const packageAt = async ({ house, at, caller, deed, query }: Exchange<Wanted>): Promise<Answer> => {
  const of = { summit: at('summit'), declaration: at('declaration') };
  // Building all that ever was is not for whoever passes by.
  const { file, version, count } = await packageOf(house, of, query, {
    at: deed.at,
    pages,
    onlyKept: caller.kind === 'everyone',
  });
  const name = `${of.summit}-${of.declaration}-${version}-${count}.zip`;
  return { status: 303, location: await house.files.addressOf(file, name) };
};
