import { type Caller, view } from '../domain/access.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { FieldError } from '../domain/error.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { SourceLink } from '../domain/paragraph.ts';
import { type SourceDraft, sourceName } from '../domain/source.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { Table } from '../table/client.ts';
import { declarationKind } from '../table/declaration.ts';
import { findInstruments } from '../table/instrument.ts';
import { recordsOf } from '../table/item.ts';
import { declarationKey } from '../table/key.ts';
import { findOutcomes } from '../table/outcome.ts';
import { findParagraphs } from '../table/paragraph.ts';

/** A source as somebody names it, and where in the request. */
export interface Named {
  source: SourceDraft;
  pointer: string;
}

/** The links that named sources come to, by what they name, and what is wrong with the others. */
export interface Found {
  links: ReadonlyMap<string, SourceLink>;
  faults: FieldError[];
}

type Of<K extends SourceDraft['kind']> = Extract<SourceDraft, { kind: K }>;
type Looked = { link: SourceLink } | { fault: string };
type Finder = (source: SourceDraft) => Looked;

const sourcesBy = <K extends SourceDraft['kind']>(named: readonly Named[], kind: K): Of<K>[] =>
  named.map(({ source }) => source).filter((source): source is Of<K> => source.kind === kind);

const outcomeLink = (source: Of<'outcome'>, outcome: Outcome | undefined): Looked => {
  if (!outcome) return { fault: `There is no outcome "${source.session}/${source.outcome}" in this summit.` };
  if (outcome.state !== 'filed') return { fault: 'File the outcome first; it is still a draft.' };
  return { link: { ...source, version: source.version ?? outcome.version } };
};

const instrumentLink = (source: Of<'instrument'>, instrument: Instrument | undefined): Looked => {
  if (!instrument)
    return { fault: `There is no instrument "${source.instrument}". List it first at /api/v1/instruments.` };
  const isThere = source.clause === undefined || instrument.clauses.some(({ id }) => id === source.clause);
  return isThere ? { link: source } : { fault: `The instrument has no clause "${source.clause}".` };
};

const isSame = (a: { summit: string; slug: string }, b: { summit: string; declaration: string }): boolean =>
  a.summit === b.summit && a.slug === b.declaration;

/** The other texts that paragraphs are taken from, as far as the caller may know of them. */
const textsOf = async (
  table: Table,
  caller: Caller,
  own: Declaration,
  named: readonly Of<'paragraph'>[],
): Promise<(source: Of<'paragraph'>) => Looked> => {
  const keys = named.map(({ summit, declaration }) => declarationKey(summit, declaration));
  const [heads, paragraphs] = await Promise.all([
    keys.length > 0 ? table.batchGet(keys) : [],
    findParagraphs(table, named),
  ]);
  const known = recordsOf(declarationKind, heads).filter((head) => view(caller, 'declaration', head));
  return (source) => {
    if (isSame(own, source)) return { fault: 'Name a paragraph of another text: this one is of the same.' };
    const head = known.find((one) => isSame(one, source));
    const paragraph = paragraphs.find(
      (one) => one.slug === source.paragraph && one.summit === source.summit && one.declaration === source.declaration,
    );
    if (!head || paragraph?.batch !== head.batch || paragraph.gone)
      return { fault: 'Name a paragraph that stands in a text you may read.' };
    return head.rehearsal === own.rehearsal
      ? { link: source }
      : { fault: 'What is invented for a rehearsal and what is real do not come from each other.' };
  };
};

/** Looks up what named sources are. Errors of fields are answered, so that all are told at once with the others. */
export const findSources = async (
  table: Table,
  caller: Caller,
  declaration: Declaration,
  named: readonly Named[],
): Promise<Found> => {
  const outcomes = sourcesBy(named, 'outcome');
  const [filed, instruments, textLink] = await Promise.all([
    findOutcomes(table, declaration.summit, outcomes),
    findInstruments(table, [...new Set(sourcesBy(named, 'instrument').map(({ instrument }) => instrument))]),
    textsOf(table, caller, declaration, sourcesBy(named, 'paragraph')),
  ]);
  const look: Finder = (source) => {
    if (source.kind === 'outcome')
      return outcomeLink(
        source,
        filed.find(({ session, slug }) => session === source.session && slug === source.outcome),
      );
    if (source.kind === 'instrument') return instrumentLink(source, instruments.get(source.instrument));
    if (source.kind === 'paragraph') return textLink(source);
    if (source.kind === 'drafters') return { link: source };
    return { fault: 'Leave it out: an amendment becomes a source by being accepted.' };
  };
  const seen = named.map(({ source, pointer }) => ({ name: sourceName(source), pointer, looked: look(source) }));
  return {
    links: new Map(seen.flatMap(({ name, looked }) => ('link' in looked ? [[name, looked.link] as const] : []))),
    faults: seen.flatMap(({ pointer, looked }) => ('fault' in looked ? [{ pointer, detail: looked.fault }] : [])),
  };
};
