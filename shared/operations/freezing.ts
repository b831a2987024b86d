import type { Declaration, Freezing } from '../domain/declaration.ts';
import { DomainError } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Summit } from '../domain/summit.ts';
import { type TextVersion, withVersion } from '../domain/text-version.ts';
import { toInstant } from '../domain/when.ts';
import { declarationKind, getDeclaration, getWholeDeclaration, type WholeDeclaration } from '../table/declaration.ts';
import { type Gate, readGates, setGates } from '../table/gate.ts';
import { insert, replace } from '../table/item.ts';
import { getSummit } from '../table/summit.ts';
import { textVersionKind } from '../table/text-version.ts';
import { Raced, type Write } from '../table/transact.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { sealed, takeVersion } from './text-version.ts';

/** What a freezing deed reads: the text, its gates, and what its summit is called. */
interface Found {
  whole: WholeDeclaration;
  gates: Gate[];
  summit: Summit;
}

const freezing = ({ table }: House, summit: string, declaration: string): Permission => ({
  deed: 'declaration:freeze',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

/** Refuses what needs a text of ours. Errors: `not-checkable`. */
export const mustBeHeld = ({ origin }: Pick<Declaration, 'origin'>): void => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here, so it is never circulated, frozen, signed or packaged. What sources report of it is recorded as reported.',
    );
};

/** Refuses a text that says nothing yet: nobody is asked about it, and nobody signs it. Errors: `wrong-state`. */
export const mustHaveWords = ({ paragraphs }: Pick<WholeDeclaration, 'paragraphs'>): void => {
  if (paragraphs.length === 0) throw new DomainError('wrong-state', 'The text has no paragraphs yet. Draft it first.');
};

/** The gates before the text: a text that was edited after its gates were read is frozen by nobody, so it is read after them. */
const find = async ({ table }: House, summit: string, declaration: string): Promise<Found> => {
  const gates = await readGates(table, { summit, declaration });
  const [whole, of] = await Promise.all([getWholeDeclaration(table, summit, declaration), getSummit(table, summit)]);
  return { whole, gates, summit: of };
};

const frozenBy = (version: Pick<TextVersion, 'slug' | 'hash'>, at: Date, how: Freezing): Declaration['frozen'] => ({
  version: version.slug,
  hash: version.hash,
  at: toInstant(at),
  how,
});

/** The version that a drafted text is frozen in, sealed, with what the gates have to be held to: nobody edited it since. */
const drafted = async (
  house: House,
  deed: Deed,
  { whole, summit }: Found,
  how: Freezing,
): Promise<{ version: TextVersion; write: Write }> => {
  mustHaveWords(whole);
  const why = how === 'issue' ? 'issued' : 'opened';
  const { taken, hashed } = await takeVersion(house, deed, whole, { why, summit });
  const version = await sealed(house, taken, hashed, { at: deed.at, how });
  return { version, write: insert(house.table, textVersionKind, version, deed.request, () => new Raced()) };
};

const fixed = async (
  house: House,
  deed: Deed,
  found: Found,
  { how, to, reason }: { how: Freezing; to: Declaration['state']; reason?: string | undefined },
): Promise<Plan<Declaration>> => {
  const { declaration } = found.whole;
  mustBeHeld(declaration);
  const after = passed('declaration', declaration, to, passageOf(deed, reason));
  const drawn = declaration.frozen ? undefined : await drafted(house, deed, found, how);
  const record: Declaration = drawn
    ? { ...withVersion(after, drawn.version), frozen: frozenBy(drawn.version, deed.at, how) }
    : after;
  const isOpened = to === 'open-for-signature';
  const change = { words: 'closed' as const, ...(isOpened ? { signing: record.frozen?.hash } : {}) };
  const of = { summit: declaration.summit, declaration: declaration.slug };
  return {
    writes: [
      replace(house.table, declarationKind, record, deed.request, declaration),
      ...(drawn ? [drawn.write] : []),
      ...setGates(house.table, of, found.gates, { change, holding: drawn ? ['edits'] : [] }, deed.request),
    ],
    answer: next(record),
    at: declarationKind.key(declaration),
  };
};

/** A deed that fixes the text, as long as whoever does it may. */
const fixing =
  (how: Freezing, to: Declaration['state']) =>
  (
    house: House,
    deed: Deed,
    summit: string,
    declaration: string,
    { reason }: { reason?: string | undefined } = {},
  ): Promise<Declaration> =>
    perform(house, deed, {
      may: freezing(house, summit, declaration),
      read: () => find(house, summit, declaration),
      decide: (found) => fixed(house, deed, found, { how, to, reason }),
      again: reading(house, declarationKind),
    });

/**
 * Opens a declaration for signature. A text that was adopted is frozen already; one that is adopted by signing is frozen now, as it stands: an edit
 * that passes meanwhile is in it, or the text is read again. Errors: `not-found`, `wrong-state`, `not-checkable`, `unavailable`.
 */
export const openForSignature = fixing('signing', 'open-for-signature');

/** Issues a text by its chairs: it is frozen as it stands. Errors: the same. */
export const issueDeclaration = fixing('issue', 'issued');
