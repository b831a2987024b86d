import { nameOf } from '../domain/access.ts';
import type { Declaration, Freezing } from '../domain/declaration.ts';
import { digest } from '../domain/digest.ts';
import { type Form, frozenText, hashedText, textDigest } from '../domain/frozen.ts';
import type { Summit } from '../domain/summit.ts';
import { inLanguage } from '../domain/text.ts';
import { nextVersion, type TextVersion, type versionReasons } from '../domain/text-version.ts';
import { toInstant } from '../domain/when.ts';
import type { WholeDeclaration } from '../table/declaration.ts';
import { writeBody } from '../table/text-version.ts';
import { fill, formLanguageOf, wordsIn } from '../words/dictionary.ts';
import type { Deed, House } from './perform.ts';

/** What the form says around and before the paragraphs, in the authentic language. */
const formOf = ({ form, language, organ, summit: slug }: Declaration, summit: Pick<Summit, 'title'>): Form => {
  const words = wordsIn(formLanguageOf(language));
  const who = organ
    ? inLanguage(organ, language)
    : fill(words.organ, { summit: inLanguage(summit.title, language) || slug });
  return {
    formula: fill(words.formula[form], { organ: who }),
    opening: (opening) => words.openings[form][opening].words,
  };
};

/**
 * Takes a version of the text as it was read: what it says is written first, under the digest of it; the head that this answers goes into the
 * deed's own transaction, together with the declaration's head that names it.
 */
export const takeVersion = async (
  { table }: House,
  deed: Deed,
  { declaration, paragraphs, leftOut }: Pick<WholeDeclaration, 'declaration' | 'paragraphs' | 'leftOut'>,
  { why, summit }: { why: (typeof versionReasons)[number]; summit: Pick<Summit, 'title'> },
): Promise<{ taken: TextVersion; hashed: string }> => {
  const version = nextVersion(declaration);
  const standing = paragraphs.filter(({ gone }) => !gone);
  const hashed = hashedText(frozenText(declaration, version, standing, formOf(declaration, summit)));
  const at = { summit: declaration.summit, declaration: declaration.slug };
  const written = await writeBody(table, at, { hashed, paragraphs: standing, leftOut }, deed.request);
  const taken: TextVersion = {
    ...at,
    ...written,
    slug: version,
    version: 1,
    at: toInstant(deed.at),
    by: nameOf(deed.caller),
    why,
    language: declaration.language,
    paragraphs: standing.length,
    hash: digest(hashed),
  };
  return { taken, hashed };
};

/** A version with the platform's seal: from then on it is fixed for good. Errors: the signer's. */
export const sealed = async (
  { signer }: Pick<House, 'signer'>,
  version: TextVersion,
  hashed: string,
  { at, how }: { at: Date; how: Freezing },
): Promise<TextVersion> => ({
  ...version,
  frozen: { at: toInstant(at), how, seal: await signer.sign(textDigest(hashed)) },
});
