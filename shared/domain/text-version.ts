import * as z from 'zod';
import { type Declaration, freezings } from './declaration.ts';
import { once } from './once.ts';
import { slug } from './record.ts';

/** Why a version was taken: to keep it, to circulate it, to open it for signature, or because the chairs issue it. */
export const versionReasons = ['saved', 'circulated', 'opened', 'issued'] as const;

/** The platform's signature over the canonical bytes of an authentic text. */
export const Seal = once(() =>
  z.object({
    key: z.string().meta({ description: 'The name of the key, as /.well-known/jwks.json lists it.' }),
    signature: z.string().meta({ description: 'ES256 over the hashed text: r‖s in base64url.' }),
  }),
);
export type Seal = z.output<ReturnType<typeof Seal>>;

/** A version of the text: all paragraphs in all languages as they were at one moment. It never changes; being frozen is added to it once. */
export const TextVersion = once(() =>
  z.object({
    slug: slug().meta({ description: '"v1", "v2", … in the order in which they were taken.' }),
    version: z.int().positive(),
    summit: slug(),
    declaration: slug(),
    at: z.string(),
    by: z.string(),
    why: z.enum(versionReasons),
    language: z.string().meta({ description: 'The authentic language.' }),
    paragraphs: z.int().min(0),
    hash: z.string().meta({ description: 'SHA-256 of the canonical JSON of the authentic text, in hexadecimal.' }),
    body: z.string().meta({ description: 'SHA-256 of everything that the version says, in all languages.' }),
    pieces: z.int().positive(),
    frozen: z.object({ at: z.string(), how: z.enum(freezings), seal: Seal() }).optional(),
  }),
);
export type TextVersion = z.output<ReturnType<typeof TextVersion>>;

const countOf = (version: string | undefined): number => Number(version?.slice(1) ?? 0);

/** The version that follows those that a text has: "v1" is the first. */
export const nextVersion = ({ text, taken }: Pick<Declaration, 'text' | 'taken'>): string =>
  `v${Math.max(countOf(text?.version), countOf(taken)) + 1}`;

/** The head of a text of which a version was taken. One that is only kept is for those who draft; everybody reads the last that was given out. */
export const withVersion = <D extends Pick<Declaration, 'text' | 'taken'>>(
  declaration: D,
  { slug: version, hash, why }: Pick<TextVersion, 'slug' | 'hash' | 'why'>,
): D => ({ ...declaration, taken: version, ...(why === 'saved' ? {} : { text: { version, hash } }) });
