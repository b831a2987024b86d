import type { Declaration } from './declaration.ts';
import { DomainError, type FieldError, notFound, refuseAll } from './error.ts';
import { compiledBytes } from './compile.ts';
import type { Doing } from './lifecycle.ts';
import type { Dropped, Paragraph, Point, SourceLink } from './paragraph.ts';
import {
  type ParagraphChange,
  type ParagraphDraft,
  type ParagraphMerge,
  type PointDraft,
  type Wording,
  wordingFaults,
} from './paragraph-draft.ts';
import { canonical } from './ordered.ts';
import { type Place, placed } from './place.ts';
import { distinctSources, related, sourceName, type Sourced, sourcesOf } from './source.ts';

/** A text as it is drafted: every paragraph in the authentic language, those that are gone with it. */
export interface Draft {
  declaration: Pick<Declaration, 'summit' | 'slug' | 'batch' | 'language' | 'form'>;
  paragraphs: readonly Paragraph[];
}

/** What becomes of one paragraph; a new one has no `before`. */
export interface Edit {
  before?: Paragraph | undefined;
  after: Paragraph;
}

/** Who edits and when, where new ids come from, and what is wrong already with what they sent. */
export interface Editing {
  doing: Pick<Doing, 'at' | 'by'>;
  newId: () => string;
  faults?: readonly FieldError[];
}

/** Words whose sources have been looked up. */
type Resolved<W extends { points: PointDraft[] }> = Omit<W, 'points' | 'sources'> & {
  points: (Omit<PointDraft, 'sources'> & { sources: SourceLink[] })[];
};
export type ResolvedDraft = Resolved<ParagraphDraft> & { sources: SourceLink[] };
export type ResolvedChange = Resolved<ParagraphChange>;
export type ResolvedWording = Resolved<Wording>;

/** How many paragraphs a text holds, and how many it remembers. */
export const mostParagraphs = 2_000;
const mostRemembered = 4_000;

export const standingIn = ({ paragraphs }: Pick<Draft, 'paragraphs'>): Paragraph[] =>
  paragraphs.filter(({ gone }) => !gone);

/** A paragraph that stands in the text. Errors: `not-found`; `wrong-state` where it is gone, with where it went. */
export const standingParagraph = (draft: Pick<Draft, 'paragraphs'>, id: string): Paragraph => {
  const found = draft.paragraphs.find(({ slug }) => slug === id);
  if (!found) throw notFound('paragraph');
  if (!found.gone) return found;
  const { into, reason } = found.gone;
  throw new DomainError(
    'wrong-state',
    into ? `The paragraph was merged into "${into}". Change that one.` : `The paragraph was removed: ${reason ?? ''}`,
    { also: { state: 'gone', ...(into ? { into } : {}) } },
  );
};

const after = (draft: Draft, edits: readonly Edit[]): Draft => {
  const changed = new Map(edits.map((edit) => [edit.after.slug, edit.after]));
  const kept = draft.paragraphs.map((one) => changed.get(one.slug) ?? one);
  const known = new Set(draft.paragraphs.map(({ slug }) => slug));
  return { ...draft, paragraphs: [...kept, ...edits.map((edit) => edit.after).filter(({ slug }) => !known.has(slug))] };
};

/** Edits one after the other as one: each paragraph from what it was at first to what it is at last. */
const joined = (edits: readonly Edit[]): Edit[] => {
  const all = new Map<string, Edit>();
  for (const edit of edits) {
    const earlier = all.get(edit.after.slug);
    all.set(edit.after.slug, earlier ? { before: earlier.before, after: edit.after } : edit);
  }
  return [...all.values()];
};

/** The text once it is edited. */
export const edited = <D extends Draft>(draft: D, edits: readonly Edit[]): D => ({ ...draft, ...after(draft, edits) });

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** What of a text's bounds an edit would pass. It is asked of a text as it was read: two at once may pass it by what both add. */
const boundFaults = (draft: Draft, edits: readonly Edit[]): FieldError[] => {
  const grown = edits.reduce((sum, edit) => sum + bytesOf(edit.after) - (edit.before ? bytesOf(edit.before) : 0), 0);
  const added = edits.filter(({ before }) => !before).length;
  if (grown <= 0 && added === 0) return [];
  const next = edited(draft, edits);
  const standing = standingIn(next);
  if (added > 0 && (standing.length > mostParagraphs || next.paragraphs.length > mostRemembered))
    return [{ pointer: '', detail: `Split it into several declarations: a text holds ${mostParagraphs} paragraphs.` }];
  return bytesOf(standing) > compiledBytes
    ? [{ pointer: '', detail: 'Split it into several declarations: a text holds 3 MB.' }]
    : [];
};

const judged = (draft: Draft, edits: readonly Edit[], faults: readonly FieldError[]): Edit[] => {
  const errors = [...faults];
  if (errors.length === 0) errors.push(...boundFaults(draft, edits));
  refuseAll(errors);
  return joined(edits);
};

const pointsOf = (points: ResolvedWording['points'], known: ReadonlyMap<string, Point>, newId: () => string): Point[] =>
  points.map(({ id, text, addressees, sources }) => ({
    id: id ?? newId(),
    text,
    addressees,
    sources: (id === undefined ? undefined : known.get(id)?.sources) ?? distinctSources(sources),
  }));

const worded = <P extends object>(
  { heading, opening, addressees, text, footnotes }: Omit<ResolvedWording, 'points'>,
  rest: P,
) => ({
  ...rest,
  heading,
  opening,
  addressees,
  text,
  footnotes: footnotes.length > 0 ? footnotes : undefined,
});

const unknownPoints = (
  points: ResolvedWording['points'],
  known: ReadonlyMap<string, Point>,
  pointer = '/points',
): FieldError[] =>
  points.flatMap(({ id, sources }, at) => {
    const was = id === undefined ? undefined : known.get(id);
    if (id === undefined) return [];
    if (!was)
      return [
        {
          pointer: `${pointer}/${at}/id`,
          detail: `Leave the id out, and the point gets one of its own: there is no point "${id}" here.`,
        },
      ];
    const names = new Set(was.sources.map(sourceName));
    const isOther =
      sources.length > 0 && (sources.length !== names.size || sources.some((one) => !names.has(sourceName(one))));
    return isOther
      ? [
          {
            pointer: `${pointer}/${at}/sources`,
            detail: 'Leave them out: what a point comes from is changed at the sources of its paragraph.',
          },
        ]
      : [];
  });

const byId = (points: readonly Point[]): Map<string, Point> => new Map(points.map((point) => [point.id, point]));

// Told of the request as a whole, each with its own place in it.
const within = (pointer: string, faults: readonly FieldError[]): FieldError[] =>
  faults.map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` }));

const settingIn = ({ declaration }: Draft, part: Paragraph['part'], before: readonly Paragraph[] = []) => ({
  part,
  form: declaration.form,
  language: declaration.language,
  before,
});

const asWording = (wording: Omit<ResolvedWording, 'theme'>): Wording => wording;

const placeFaults = (place: Place, part: Paragraph['part'] | undefined): FieldError[] => [
  ...(place.before !== undefined && place.after !== undefined
    ? [{ pointer: '/after', detail: 'Say either what it stands before or what it stands after.' }]
    : []),
  ...(part === undefined
    ? [
        {
          pointer: place.before === undefined ? '/after' : '/before',
          detail: 'Name a paragraph that stands in the text; this one is not there, or is gone.',
        },
      ]
    : place.part !== undefined && place.part !== part
      ? [{ pointer: '/part', detail: `Leave it out: the paragraph beside it stands in the part "${part}".` }]
      : []),
];

const pushedBy = (pushed: readonly { paragraph: Paragraph; order: number }[]): Edit[] =>
  pushed.map(({ paragraph, order }) => ({ before: paragraph, after: { ...paragraph, order } }));

/** Inserts a paragraph: the edits of itself and of the few that make room for it. Errors: `invalid`, every fault at once. */
export const inserted = (draft: Draft, given: ResolvedDraft, { newId, faults = [] }: Editing): Edit[] => {
  const { declaration } = draft;
  const { before, after: behind, part, theme, sources, points, ...wording } = given;
  const at = placed(standingIn(draft), { before, after: behind, part });
  const where = at?.part ?? part ?? 'operative';
  const paragraph: Paragraph = worded(wording, {
    slug: newId(),
    version: 1,
    summit: declaration.summit,
    declaration: declaration.slug,
    batch: declaration.batch,
    order: at?.order ?? 0,
    part: where,
    points: pointsOf(points, new Map(), newId),
    sources: distinctSources(sources),
    theme,
  });
  const errors = [
    ...faults,
    ...placeFaults({ before, after: behind, part }, at?.part),
    ...wordingFaults(asWording({ ...wording, points }), settingIn(draft, where)),
    ...unknownPoints(points, new Map()),
    ...(faults.length === 0 && sourcesOf(paragraph).length === 0
      ? [
          {
            pointer: '/sources',
            detail:
              'Say where it comes from; where no record says it, the drafters do: { "kind": "drafters", "reason": "…" }.',
          },
        ]
      : []),
  ];
  return judged(draft, [{ after: paragraph }, ...pushedBy(at?.pushed ?? [])], errors);
};

const droppedFrom = (gone: readonly Sourced[], reason: string, { at, by }: Editing['doing']): Dropped[] =>
  gone.map(({ source, point }) => ({ source, ...(point === undefined ? {} : { point }), reason, at, by }));

const withDropped = (paragraph: Paragraph, more: readonly Dropped[]): Paragraph =>
  more.length > 0 ? { ...paragraph, dropped: [...(paragraph.dropped ?? []), ...more] } : paragraph;

type Words = Partial<Pick<Paragraph, 'opening' | 'text' | 'addressees'>>;

const saysSame = (a: Words, b: Words): boolean => {
  const words = ({ opening, text, addressees }: Words): string => canonical({ opening, text, addressees });
  return words(a) === words(b);
};

/** What was verbatim is derived once the words change that were: those of the paragraph, or those of a point. */
const rederived = (before: Paragraph, after: Paragraph): Paragraph => {
  const derived = (sources: readonly SourceLink[]): SourceLink[] => sources.map((source) => related(source, 'derived'));
  const known = byId(before.points);
  return {
    ...after,
    ...(saysSame(before, after) ? {} : { sources: derived(after.sources) }),
    points: after.points.map((point) => {
      const was = known.get(point.id);
      return !was || saysSame(was, point) ? point : { ...point, sources: derived(point.sources) };
    }),
  };
};

/**
 * Changes what a paragraph says, in the authentic language. A point that goes takes what it comes from with it, with the reason.
 * Errors: `invalid`, every fault at once.
 */
export const reworded = (
  draft: Draft,
  paragraph: Paragraph,
  { reason, theme, points, ...wording }: ResolvedChange,
  { doing, newId, faults = [] }: Editing,
): Edit => {
  const known = byId(paragraph.points);
  const kept = new Set(points.map(({ id }) => id));
  const gone = paragraph.points
    .filter(({ id }) => !kept.has(id))
    .flatMap((point) => point.sources.map((source) => ({ source, point: point.id })));
  const errors = [
    ...faults,
    ...wordingFaults(asWording({ ...wording, points }), settingIn(draft, paragraph.part, [paragraph])),
    ...unknownPoints(points, known),
    ...(gone.length > 0 && reason === undefined
      ? [
          {
            pointer: '/reason',
            detail: `Say why: with the point goes what comes from ${gone.map(({ source }) => sourceName(source)).join(', ')}.`,
          },
        ]
      : []),
  ];
  const next = rederived(paragraph, worded(wording, { ...paragraph, points: pointsOf(points, known, newId), theme }));
  const edit = { before: paragraph, after: withDropped(next, droppedFrom(gone, reason ?? '', doing)) };
  judged(draft, [edit], [...errors, ...sourceless(edit.after, '/points')]);
  return edit;
};

const sourceless = (paragraph: Paragraph, pointer: string): FieldError[] =>
  sourcesOf(paragraph).length > 0
    ? []
    : [
        {
          pointer,
          detail:
            'Say first where the paragraph comes from instead: each has at least one source, and the drafters with a reason are one.',
        },
      ];

/** Splits a paragraph: the first part keeps its id, the others follow as new ones that name it as their parent. Errors: `invalid`. */
export const split = (
  draft: Draft,
  paragraph: Paragraph,
  parts: readonly ResolvedWording[],
  { newId, faults = [] }: Editing,
): Edit[] => {
  const known = byId(paragraph.points);
  const named = parts.flatMap(({ points }) => points.map(({ id }) => id));
  const sources = paragraph.sources.map((source) => related(source, 'derived'));
  const errors = parts.flatMap((part, at) => [
    ...within(`/parts/${at}`, wordingFaults(asWording(part), settingIn(draft, paragraph.part, [paragraph]))),
    ...unknownPoints(part.points, known, `/parts/${at}/points`),
  ]);
  for (const id of known.keys()) {
    const times = named.filter((one) => one === id).length;
    if (times !== 1)
      errors.push({ pointer: '/parts', detail: `Let the point "${id}" stand in one of the parts, under its id.` });
  }
  const [first, ...others] = parts;
  if (!first) throw new Error('A split has parts.');
  const part = ({ points, ...wording }: ResolvedWording, rest: Paragraph): Paragraph =>
    worded(wording, { ...rest, sources, points: pointsOf(points, known, newId) });
  const edits: Edit[] = [{ before: paragraph, after: part(first, paragraph) }];
  let previous = paragraph.slug;
  for (const other of others) {
    const at = placed(standingIn(after(draft, edits)), { after: previous });
    if (!at) throw new Error('A paragraph that is split stands in the text.');
    const { dropped: _, ...rest } = paragraph;
    const made = part(other, { ...rest, slug: newId(), version: 1, order: at.order, parents: [paragraph.slug] });
    edits.push({ after: made }, ...pushedBy(at.pushed));
    previous = made.slug;
  }
  const made = edits.filter(({ after: { slug } }) => slug !== paragraph.slug).map((edit) => edit.after);
  return judged(draft, edits, [
    ...faults,
    ...errors,
    ...made.filter(({ parents }) => parents).flatMap((one) => sourceless(one, '/parts')),
    ...sourceless(edits[0]?.after ?? paragraph, '/parts'),
  ]);
};

const together = (all: readonly Paragraph[], language: string, newId: () => string): ResolvedWording => {
  const [survivor] = all;
  const texts = all.flatMap(({ text }) => text?.[language] ?? []);
  const seen = new Set<string>();
  return {
    heading: survivor?.heading,
    opening: survivor?.opening,
    addressees: survivor?.addressees ?? [],
    text: texts.length > 0 ? { [language]: texts.join(' ') } : undefined,
    points: all.flatMap(({ points }) =>
      points.map((point) => {
        const id = seen.has(point.id) ? newId() : point.id;
        seen.add(id);
        return { ...point, id };
      }),
    ),
    footnotes: all.flatMap(({ footnotes }) => footnotes ?? []),
  };
};

/**
 * Merges paragraphs into one, which keeps its id and takes what they come from; the others are gone into it. A point keeps its sources where it
 * is kept under its id; else they are the whole paragraph's. Errors: `invalid`.
 */
export const merged = (
  draft: Draft,
  survivor: Paragraph,
  others: readonly Paragraph[],
  wording: ResolvedWording | undefined,
  { doing, newId, faults = [] }: Editing,
): Edit[] => {
  const all = [survivor, ...others];
  const { language } = draft.declaration;
  const { points, ...words } = wording ?? together(all, language, newId);
  // An id that two of them have is the survivor's.
  const known = new Map([...all].reverse().flatMap((one) => [...byId(one.points)]));
  const own = wording ? pointsOf(points, known, newId) : points.map((point) => ({ ...point, id: point.id ?? newId() }));
  const carried = new Set(own.flatMap((point) => point.sources.map(sourceName)));
  const lifted = all.flatMap((one) =>
    sourcesOf(one).flatMap(({ source, point }) =>
      point === undefined || !carried.has(sourceName(source)) ? [related(source, 'merged')] : [],
    ),
  );
  const next: Paragraph = worded(words, {
    ...survivor,
    points: own,
    sources: distinctSources(lifted),
    parents: [...new Set([...(survivor.parents ?? []), ...others.map(({ slug }) => slug)])],
  });
  const errors = [
    ...faults,
    ...within('/wording', wordingFaults(asWording({ ...words, points }), settingIn(draft, survivor.part, all))),
    ...(wording ? unknownPoints(points, known, '/wording/points') : []),
  ];
  return judged(
    draft,
    [
      { before: survivor, after: next },
      ...others.map((other) => ({ before: other, after: { ...other, gone: { ...doing, into: survivor.slug } } })),
    ],
    errors,
  );
};

/** The paragraphs that a merge names, each as it was read. Errors: `invalid`, `stale`. */
export const mergedWith = (draft: Draft, survivor: Paragraph, named: ParagraphMerge['with']): Paragraph[] => {
  const errors = named.flatMap(({ paragraph }, at) =>
    [
      ...(paragraph === survivor.slug ? [`Name others: this is the one that stays.`] : []),
      ...(named.findIndex((one) => one.paragraph === paragraph) < at ? [`Name "${paragraph}" once.`] : []),
      ...(standingIn(draft).some(({ slug }) => slug === paragraph)
        ? []
        : ['Name a paragraph that stands in the text.']),
      ...(standingIn(draft).some(({ slug, part }) => slug === paragraph && part !== survivor.part)
        ? [`Name one of the same part: this paragraph stands in the part "${survivor.part}", and the other does not.`]
        : []),
    ].map((detail) => ({ pointer: `/with/${at}/paragraph`, detail })),
  );
  refuseAll(errors);
  return named.map(({ paragraph, version }) => {
    const found = standingParagraph(draft, paragraph);
    if (found.version !== version)
      throw new DomainError(
        'stale',
        `The paragraph "${paragraph}" has changed since you read it: it is version ${found.version}. Read it again.`,
        { also: { paragraph, version: found.version } },
      );
    return found;
  });
};

/** Moves a paragraph: its place alone changes. Errors: `invalid`. */
export const moved = (draft: Draft, paragraph: Paragraph, place: Place, { faults = [] }: Editing): Edit[] => {
  const others = standingIn(draft).filter(({ slug }) => slug !== paragraph.slug);
  const at = placed(others, { ...place, part: place.part ?? paragraph.part });
  const errors = [...faults, ...placeFaults(place, at?.part)];
  const next = { ...paragraph, part: at?.part ?? paragraph.part, order: at?.order ?? paragraph.order };
  if (next.part !== paragraph.part) {
    const wording = asWording({ ...paragraph, footnotes: paragraph.footnotes ?? [] });
    const isOpening = ({ pointer }: FieldError): boolean => pointer === '/opening';
    const faultsThere = wordingFaults(wording, settingIn(draft, next.part, [paragraph])).filter(isOpening);
    if (faultsThere.length > 0)
      errors.push({
        pointer: '/part',
        detail: 'Insert it there anew: how it opens belongs to the part that it stands in.',
      });
  }
  return judged(draft, [{ before: paragraph, after: next }, ...pushedBy(at?.pushed ?? [])], errors);
};

/** Takes a paragraph out of the text; its id, its place and what it came from are remembered, with the reason. */
export const removed = (paragraph: Paragraph, reason: string, { doing }: Pick<Editing, 'doing'>): Edit => ({
  before: paragraph,
  after: { ...paragraph, gone: { ...doing, reason } },
});

/** What is added to a paragraph's sources, and what is taken from them. */
export interface Resourcing {
  add: readonly Sourced[];
  drop: readonly (Sourced & { reason: string })[];
}

const resourceFaults = (paragraph: Paragraph, { add, drop }: Resourcing): FieldError[] => {
  const points = byId(paragraph.points);
  const has = ({ source, point }: Sourced): boolean =>
    sourcesOf(paragraph).some((one) => one.point === point && sourceName(one.source) === sourceName(source));
  const noPoint = (list: string, all: readonly Sourced[]): FieldError[] =>
    all.flatMap(({ point }, at) =>
      point === undefined || points.has(point)
        ? []
        : [{ pointer: `/${list}/${at}/point`, detail: `There is no point "${point}" in this paragraph.` }],
    );
  return [
    ...noPoint('add', add),
    ...noPoint('drop', drop),
    ...add.flatMap((one, at) =>
      has(one) ? [{ pointer: `/add/${at}/source`, detail: 'Leave it out: it is a source already.' }] : [],
    ),
    ...drop.flatMap((one, at) =>
      has(one) || (one.point !== undefined && !points.has(one.point))
        ? []
        : [{ pointer: `/drop/${at}/source`, detail: 'Leave it out: it is no source here.' }],
    ),
    ...(add.length + drop.length === 0 ? [{ pointer: '/add', detail: 'Name a source to add or to drop.' }] : []),
  ];
};

/** Adds sources and drops others; what is dropped stays readable with its reason. Errors: `invalid`. */
export const resourced = (
  draft: Draft,
  paragraph: Paragraph,
  change: Resourcing,
  { doing, faults = [] }: Pick<Editing, 'doing' | 'faults'>,
): Edit => {
  const errors = [...faults, ...resourceFaults(paragraph, change)];
  const of = (point: string | undefined, sources: readonly SourceLink[]): SourceLink[] => {
    const dropped = new Set(change.drop.filter((one) => one.point === point).map(({ source }) => sourceName(source)));
    const more = change.add.filter((one) => one.point === point).map(({ source }) => source);
    return distinctSources([...sources.filter((source) => !dropped.has(sourceName(source))), ...more]);
  };
  const next = {
    ...paragraph,
    sources: of(undefined, paragraph.sources),
    points: paragraph.points.map((point) => ({ ...point, sources: of(point.id, point.sources) })),
  };
  const gone = change.drop.flatMap((one) => droppedFrom([storedIn(paragraph, one)], one.reason, doing));
  const edit = { before: paragraph, after: withDropped(next, gone) };
  judged(draft, [edit], errors.length > 0 ? errors : sourceless(edit.after, '/drop'));
  return edit;
};

// As it stands there: whoever drops a source need not repeat its version or relation.
const storedIn = (paragraph: Paragraph, { source, point }: Sourced): Sourced =>
  sourcesOf(paragraph).find((one) => one.point === point && sourceName(one.source) === sourceName(source)) ?? {
    source,
    point,
  };
