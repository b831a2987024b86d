import type { Claim, Verdict } from '../domain/claim.ts';
import type { DeclarationCounts } from '../domain/count.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { Carriage, Numbered as NumberedParagraph, Paragraph } from '../domain/paragraph.ts';
import type { Session } from '../domain/session.ts';
import type { Signature } from '../domain/signature.ts';
import type { Summit } from '../domain/summit.ts';
import type { Standing } from '../domain/translation.ts';

/** Everything a declaration's document is made from. A session or instrument that is not at hand is printed by its slug. */
export interface DeclarationMaterial {
  declaration: Declaration;
  /** In any order; they are numbered here. */
  paragraphs: readonly (Paragraph & { translations?: readonly Standing[] })[];
  summit: Pick<Summit, 'slug' | 'title'>;
  sessions: ReadonlyMap<string, Pick<Session, 'reference' | 'title'>>;
  instruments: ReadonlyMap<string, Pick<Instrument, 'name'>>;
  /** Where outcomes went; those with a reason were left out. */
  leftOut: readonly Carriage[];
  /** The acts that a source reports of a reported declaration, what they come to, and what was printed of it against that. */
  signatures?: readonly Signature[];
  counts?: DeclarationCounts;
  claims?: readonly { claim: Claim; check: Verdict }[];
}

/** A paragraph with its number, or null in the preamble. */
export type Numbered = NumberedParagraph<DeclarationMaterial['paragraphs'][number]>;
