import { carriages, carriagesBy, identified } from '../domain/carriage.ts';
import { citationsBy } from '../domain/citation.ts';
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
import { apart } from '../domain/translation.ts';
import { citationKind } from '../table/citation.ts';
import {
  declarationKind,
  type DraftedText,
  findDeclarations,
  getDeclaration,
  getText,
  getWholeDeclarationAt,
  leftOutKind,
  removeHead,
  type WholeDeclaration,
  wholeOf,
} from '../table/declaration.ts';
import { findInstruments } from '../table/instrument.ts';
import { insert, itemOf, type Kind, remove, untraced } from '../table/item.ts';
import { findOutcomes, listedOutcomes, wentKind } from '../table/outcome.ts';
import { paragraphKind, translationKind } from '../table/paragraph.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { allTextVersions, textVersionKind } from '../table/text-version.ts';
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
      const text = assembled(begun, compilation, deed.receipt?.key ?? deed.request);
      await writeChildren(house, deed, text);
      const { declaration } = text;
      return {
        writes: [
          withText(
            insert(house.table, declarationKind, declaration, deed.request, () => taken(declaration)),
            text,
          ),
        ],
        answer: wholeOf(text),
        at: declarationKind.key(declaration),
      };
    },
    // What has been claimed of it since is no part of the answer that is repeated.
    again: async (at) => ({ ...(await getWholeDeclarationAt(house.table, at)), claims: [] }),
  });

// The trail has the head's entry for all of it: a thousand paragraphs are told by their number and one digest.
const withText = (write: Write, { declaration, paragraphs, translations, compiled }: DraftedText): Write => {
  const text = {
    paragraphs: paragraphs.length,
    leftOut: compiled.length,
    digest: digest(canonical([paragraphs, translations, compiled])),
  };
  const key = declarationKind.key(declaration);
  return { ...write, trace: { type: declarationKind.type, key, after: { ...declaration, text } } };
};

const assembled = (
  begun: Omit<Declaration, 'placed' | 'leftOut' | 'batch'>,
  compilation: Compilation,
  attempt: string,
): DraftedText => {
  const batch = digest(JSON.stringify(ordered([begun.slug, compilation, attempt]))).slice(0, 24);
  const at = { summit: begun.summit, slug: begun.slug, batch };
  const parted = identified(at, compilation.paragraphs).map((one) => apart(one, begun.language));
  const paragraphs = parted.map(({ paragraph }) => paragraph);
  const went = carriages(at, paragraphs, compilation.leftOut);
  const compiled = went.filter(({ reason }) => reason !== undefined);
  return {
    declaration: { ...begun, batch, placed: went.length - compiled.length, leftOut: compiled.length },
    paragraphs,
    translations: parted.flatMap(({ translations }) => translations),
    within: [],
    compiled,
    claims: [],
  };
};

const distinct = <R extends object>({ key }: Kind<R>, records: readonly R[]): R[] => [
  ...new Map(records.map((record) => [JSON.stringify(key(record)), record])).values(),
];

/** What the records that a text comes from keep of it. */
const linksOf = ({ paragraphs, compiled }: Pick<DraftedText, 'paragraphs' | 'compiled'>) => ({
  went: distinct(wentKind, [...paragraphs.flatMap(carriagesBy), ...compiled]),
  cited: distinct(citationKind, paragraphs.flatMap(citationsBy)),
});

const writeChildren = async ({ table }: House, deed: Deed, text: DraftedText): Promise<void> => {
  const { declaration, paragraphs, translations, compiled } = text;
  if (paragraphs.length === 0) return;
  // A name that is taken is refused before a thousand items are written for nothing; the head's own condition decides. Of the same batch it is
  // the work of another attempt at this very deed, and the receipt will say so.
  const there = (await findDeclarations(table, declaration.summit, [declaration.slug])).get(declaration.slug);
  if (there?.batch === declaration.batch) return;
  if (there) throw taken(declaration);
  const { went, cited } = linksOf(text);
  await table.batchWrite([
    ...paragraphs.map((paragraph) => itemOf(paragraphKind, paragraph, deed.request)),
    ...translations.map((translation) => itemOf(translationKind, translation, deed.request)),
    ...compiled.map((carriage) => itemOf(leftOutKind, carriage, deed.request)),
    ...went.map((carriage) => itemOf(wentKind, carriage, deed.request)),
    ...cited.map((citation) => itemOf(citationKind, citation, deed.request)),
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

/** Refuses to remove what others have seen. Errors: `wrong-state`. */
const mayRemove = ({ state, text }: Declaration): void => {
  if (state !== 'drafting')
    throw new DomainError('wrong-state', `The declaration is ${state} and stays: what was circulated is on record.`, {
      also: { state },
    });
  if (text)
    throw new DomainError(
      'wrong-state',
      'The declaration was given out once and stays: what was circulated is on record.',
      {
        also: { state, version: text.version },
      },
    );
};

/**
 * Removes a declaration that is still being drafted and was never given out, its head and its versions first: from then on nothing of it is
 * readable. Errors: `wrong-state`, `too-many-at-once` with more versions than one transaction removes.
 */
export const removeDeclaration = async (house: House, deed: Deed, summit: string, slug: string): Promise<void> => {
  const { table } = house;
  const text = await perform(house, deed, {
    may: changing(house, 'declaration:write', summit, slug),
    read: () => Promise.all([getText(table, summit, slug), allTextVersions(table, summit, slug)]),
    decide: ([found, versions]) => {
      madeFrom(deed, found.declaration);
      mayRemove(found.declaration);
      const kept = versions.map((version) => untraced(remove(table, textVersionKind, version)));
      return { writes: [removeHead(table, found.declaration), ...kept], answer: found };
    },
  });
  const { went, cited } = linksOf(text);
  await table.batchWrite(
    [],
    [
      ...text.paragraphs.map(paragraphKind.key),
      ...text.translations.map(translationKind.key),
      ...text.compiled.map(leftOutKind.key),
      ...went.map(wentKind.key),
      ...cited.map(citationKind.key),
    ],
  );
};
