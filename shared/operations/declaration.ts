import { carriages, identified } from '../domain/carriage.ts';
import { type Compilation, compile, type Material } from '../domain/compile.ts';
import {
  beginDeclaration,
  type Declaration,
  type DeclarationChange,
  type DeclarationDraft,
  reviseDeclaration,
} from '../domain/declaration.ts';
import { digest } from '../domain/digest.ts';
import { DomainError } from '../domain/error.ts';
import { canonical, ordered } from '../domain/ordered.ts';
import { outcomeRef } from '../domain/outcome.ts';
import {
  declarationKind,
  findDeclarations,
  getDeclaration,
  getWholeDeclaration,
  getWholeDeclarationAt,
  leftOutKind,
  paragraphKind,
  removeHead,
  type WholeDeclaration,
} from '../table/declaration.ts';
import { findInstruments } from '../table/instrument.ts';
import { insert, itemOf } from '../table/item.ts';
import { findOutcomes, listedOutcomes, wentKind } from '../table/outcome.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import type { Write } from '../table/transact.ts';
import { type Deed, type House, madeFrom, perform } from './perform.ts';
import type { Permission } from './permission.ts';
import { change, itself } from './record.ts';

const changing = (
  { table }: House,
  deed: 'declaration:write' | 'declaration:change',
  summit: string,
  declaration: string,
): Permission => ({
  deed,
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const taken = ({ summit, slug }: Declaration): DomainError =>
  new DomainError('slug-taken', `The summit already has a declaration "${slug}". Give this one another slug.`, {
    conflictsWith: `/api/v1/summits/${summit}/declarations/${slug}`,
  });

const namedIn = (draft: DeclarationDraft): string[] => [
  ...(draft.carry ?? []).flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.outcomes)),
  ...draft.leaveOut.map(({ outcome }) => outcome),
];

const placeOf = (ref: string): { session: string; outcome: string } => {
  const [session = '', outcome = ''] = ref.split('/');
  return { session, outcome };
};

/**
 * Gathers what a compilation goes by: every filed outcome and those that are named, their sessions, and the instruments these name. Which outcomes
 * are filed the records say, not the index, which may not know yet of one that was filed a moment ago.
 */
const gather = async ({ table }: House, summit: string, draft: DeclarationDraft): Promise<Material> => {
  const named = new Set(namedIn(draft));
  const listed = await listedOutcomes(table, summit);
  const found = await findOutcomes(table, summit, [...[...named].map(placeOf), ...listed]);
  const outcomes = found.filter((outcome) => outcome.state === 'filed' || named.has(outcomeRef(outcome)));
  const sessions = await findSessions(table, summit, [...new Set(outcomes.map(({ session }) => session))]);
  const slugs = [...sessions.values()]
    .flatMap(({ instruments }) => instruments)
    .concat(outcomes.flatMap(({ clauses }) => clauses.map(({ instrument }) => instrument)));
  const instruments = await findInstruments(table, [...new Set(slugs)]);
  return {
    outcomes: new Map(outcomes.map((outcome) => [outcomeRef(outcome), outcome])),
    sessions,
    instruments,
  };
};

/**
 * Compiles a declaration from outcomes, or records the head of one that a source reports. The paragraphs and the links from the outcomes are
 * written first and the head last, in one transaction with the receipt: without its head nothing is readable. Their batch follows from what was
 * compiled and from the Idempotency-Key, so that a retry writes the same items; what an interrupted compilation left behind belongs to no head.
 * Errors: `invalid` with every wrong reference at once, `not-found`, `slug-taken`.
 */
export const compileDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  draft: DeclarationDraft,
): Promise<WholeDeclaration> =>
  perform(house, deed, {
    may: { deed: 'declaration:write', of: { summit } },
    read: () =>
      Promise.all([getSummit(house.table, summit), draft.origin === 'held' ? gather(house, summit, draft) : undefined]),
    decide: async ([found, material]) => {
      const begun = beginDeclaration(found, draft);
      const compilation = material ? compile(draft, draft.language, material) : { paragraphs: [], leftOut: [] };
      const whole = assembled(begun, compilation, deed.receipt?.key ?? deed.request);
      await writeChildren(house, deed, whole, compilation);
      const { declaration } = whole;
      return {
        writes: [
          withText(
            insert(house.table, declarationKind, declaration, deed.request, () => taken(declaration)),
            whole,
          ),
        ],
        answer: whole,
        at: declarationKind.key(declaration),
      };
    },
    // What has been claimed of it since is no part of the answer that is repeated.
    again: async (at) => ({ ...(await getWholeDeclarationAt(house.table, at)), claims: [] }),
  });

// The trail has the head's entry for all of it: a thousand paragraphs are told by their number and one digest.
const withText = (write: Write, { declaration, paragraphs, leftOut }: WholeDeclaration): Write => {
  const text = {
    paragraphs: paragraphs.length,
    leftOut: leftOut.length,
    digest: digest(canonical([paragraphs, leftOut])),
  };
  const key = declarationKind.key(declaration);
  return { ...write, trace: { type: declarationKind.type, key, after: { ...declaration, text } } };
};

const assembled = (
  begun: Omit<Declaration, 'placed' | 'leftOut' | 'batch'>,
  compilation: Compilation,
  attempt: string,
): WholeDeclaration => {
  const batch = digest(JSON.stringify(ordered([begun.slug, compilation, attempt]))).slice(0, 24);
  const at = { summit: begun.summit, slug: begun.slug, batch };
  const paragraphs = identified(at, compilation.paragraphs);
  const went = carriages(at, paragraphs, compilation.leftOut);
  const leftOut = went.filter(({ reason }) => reason !== undefined);
  return {
    declaration: { ...begun, batch, placed: went.length - leftOut.length, leftOut: leftOut.length },
    paragraphs,
    leftOut,
    claims: [],
  };
};

const writeChildren = async (
  { table }: House,
  deed: Deed,
  { declaration, paragraphs, leftOut }: WholeDeclaration,
  compilation: Compilation,
): Promise<void> => {
  if (paragraphs.length === 0) return;
  // A name that is taken is refused before a thousand items are written for nothing; the head's own condition decides. Of the same batch it is
  // the work of another attempt at this very deed, and the receipt will say so.
  const there = (await findDeclarations(table, declaration.summit, [declaration.slug])).get(declaration.slug);
  if (there?.batch === declaration.batch) return;
  if (there) throw taken(declaration);
  await table.batchWrite([
    ...paragraphs.map((paragraph) => itemOf(paragraphKind, paragraph, deed.request)),
    ...leftOut.map((carriage) => itemOf(leftOutKind, carriage, deed.request)),
    ...carriages({ ...declaration }, paragraphs, compilation.leftOut).map((carriage) =>
      itemOf(wentKind, carriage, deed.request),
    ),
  ]);
};

/** Changes the head; the paragraphs stay as they were compiled. Errors: `not-found`, `stale`, `precondition-required`, `invalid`. */
export const changeDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  slug: string,
  patched: (declaration: Declaration) => DeclarationChange,
): Promise<Declaration> =>
  change(house, deed, declarationKind, {
    ...itself(changing(house, 'declaration:change', summit, slug), () => getDeclaration(house.table, summit, slug)),
    decide: (found) => reviseDeclaration(found, patched(found)),
  });

/** Removes a declaration that is still being drafted, its head first: from then on nothing of it is readable. Errors: `wrong-state`. */
export const removeDeclaration = async (house: House, deed: Deed, summit: string, slug: string): Promise<void> => {
  const { table } = house;
  const whole = await perform(house, deed, {
    may: changing(house, 'declaration:write', summit, slug),
    read: () => getWholeDeclaration(table, summit, slug),
    decide: (found) => {
      madeFrom(deed, found.declaration);
      if (found.declaration.state !== 'drafting')
        throw new DomainError(
          'wrong-state',
          `The declaration is ${found.declaration.state} and stays: what was circulated is on record.`,
          { also: { state: found.declaration.state } },
        );
      return { writes: [removeHead(table, found.declaration)], answer: found };
    },
  });
  const went = whole.leftOut.concat(carriages(whole.declaration, whole.paragraphs, []));
  await table.batchWrite(
    [],
    [...whole.paragraphs.map(paragraphKind.key), ...whole.leftOut.map(leftOutKind.key), ...went.map(wentKind.key)],
  );
};
