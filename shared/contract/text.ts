import * as z from 'zod';
import { seesDraft } from '../domain/access.ts';
import { accounted } from '../domain/carriage.ts';
import { once } from '../domain/once.ts';
import { leftOutBecause, numbered, Paragraph } from '../domain/paragraph.ts';
import { standings } from '../domain/translation.ts';
import type { Exchange } from '../http/route.ts';
import { type DraftedText, type WholeDeclaration, wholeOf } from '../table/declaration.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import { allSeen, seen } from './noun.ts';

/** How a language stands in a paragraph. */
export const LanguageStanding = once(() =>
  z.object({
    language: z.string(),
    state: z
      .enum(standings)
      .meta({ description: 'A translation is stale once the authentic words that it was made from have changed.' }),
  }),
);

const NumberedFootnote = once(() =>
  z.object({
    id: z.string(),
    text: z.record(z.string(), z.string()),
    number: z.int().meta({ description: 'Footnotes are numbered through the text, in the order of their marks.' }),
  }),
);

/** A paragraph with the number it is printed under, and how far it is translated. */
export const NumberedParagraph = once(() =>
  z.object({
    ...Paragraph().omit({ batch: true }).shape,
    number: z.int().nullable().meta({
      description: 'Operative paragraphs are numbered through, those of an annex on their own; null in the preamble.',
    }),
    annex: z.int().optional().meta({ description: 'Which annex it stands in.' }),
    footnotes: z.array(NumberedFootnote()).optional(),
    translations: z.array(LanguageStanding()).optional(),
  }),
);

/** An outcome that stands nowhere in a text, and why. */
export const Carried = once(() =>
  z.object({
    summit: z.string(),
    session: z.string(),
    outcome: z.string(),
    declaration: z.string(),
    paragraph: z.string().optional(),
    point: z.string().optional(),
    reason: z.string().optional(),
    because: z.enum(leftOutBecause).optional(),
  }),
);

type Asked = Pick<Exchange, 'house' | 'caller'>;

/** Whether the caller reads the words as they are drafted: those who draft do, and whoever reads when nobody may draft. */
export const readsDraft = (
  { caller }: Pick<Asked, 'caller'>,
  { declaration }: Pick<DraftedText, 'declaration'>,
): boolean => seesDraft(caller, declaration);

/**
 * A text as the caller may read it: as it is drafted, or, for everybody who does not draft it, the last version that was given out.
 * Errors: `not-found` where none was.
 */
export const readable = async (exchange: Asked, text: DraftedText): Promise<WholeDeclaration> => {
  seen(exchange, 'declaration', text.declaration);
  const whole = wholeOf(text);
  const { summit, slug, text: given } = text.declaration;
  if (readsDraft(exchange, text) || !given) return whole;
  const { table } = exchange.house;
  const { paragraphs, leftOut } = await readBody(table, await getTextVersion(table, summit, slug, given.version));
  return { ...whole, paragraphs, leftOut };
};

/** What is shown of a text: its paragraphs under their numbers, and what became of the outcomes that it knows. */
export const textShown = (
  exchange: Asked,
  { declaration, paragraphs, leftOut }: Pick<WholeDeclaration, 'declaration' | 'paragraphs' | 'leftOut'>,
): object => ({
  placed: accounted(paragraphs, []).placed,
  leftOut: leftOut.length,
  paragraphs: allSeen(exchange, 'paragraph', numbered(paragraphs, declaration.language)),
  leftOutOutcomes: allSeen(exchange, 'carriage', leftOut),
});
