import * as z from 'zod';
import type { FieldError } from './error.ts';
import { footnoteFaults } from './footnote.ts';
import type { Form } from './declaration.ts';
import { once } from './once.ts';
import { canonical } from './ordered.ts';
import { type Opening, openings, type Paragraph } from './paragraph.ts';
import { slug } from './record.ts';
import { SourceDraft } from './source.ts';
import { limits, line, name, recordBytes, type Text, text } from './text.ts';

export const PointDraft = once(() =>
  z.strictObject({
    id: slug().optional().meta({ description: 'Of a point that is there already; a new one gets its own.' }),
    text: text(limits.outcome),
    addressees: z.array(name()).max(20).default([]),
    sources: z.array(SourceDraft()).max(100).default([]).meta({
      description: 'Of a new point. What a point that is there comes from is changed at the sources of its paragraph.',
    }),
  }),
);
export type PointDraft = z.output<ReturnType<typeof PointDraft>>;

const FootnoteDraft = once(() =>
  z.strictObject({
    id: slug().meta({ description: 'Set the mark "[^id]" in the text where it is called.' }),
    text: text(limits.outcome),
  }),
);

const words = once(() => ({
  heading: name().optional().meta({ description: 'The section that begins here; in the annexes, the next annex.' }),
  opening: z.enum(openings).optional(),
  addressees: z.array(name()).max(50).default([]),
  text: text(limits.summary).optional(),
  points: z.array(PointDraft()).max(200).default([]),
  footnotes: z.array(FootnoteDraft()).max(50).default([]),
}));

/** What a paragraph says, in the authentic language. */
export const Wording = once(() => z.strictObject(words()));
export type Wording = z.output<ReturnType<typeof Wording>>;

const theme = once(() => line(limits.name).optional().meta({ description: 'What it is about.' }));

const place = once(() => ({
  before: slug().optional().meta({ description: 'The paragraph that it is put before.' }),
  after: slug().optional().meta({ description: 'The paragraph that it is put after; without either, the end.' }),
  part: z.enum(['preamble', 'operative', 'annex']).optional(),
}));

/** A paragraph that is inserted: its words, its place, and where it comes from. */
export const ParagraphDraft = once(() =>
  z.strictObject({
    ...words(),
    ...place(),
    theme: theme(),
    sources: z.array(SourceDraft()).max(100).default([]),
  }),
);
export type ParagraphDraft = z.output<ReturnType<typeof ParagraphDraft>>;

/** What of a paragraph may be changed: its words in the authentic language, and its theme. */
export const ParagraphChange = once(() =>
  z.strictObject({
    ...words(),
    theme: theme(),
    reason: line(limits.line).optional().meta({
      description: 'Needed where a point goes that comes from somewhere: why what it said is said no more.',
    }),
  }),
);
export type ParagraphChange = z.output<ReturnType<typeof ParagraphChange>>;

export const ParagraphMove = once(() => z.strictObject(place()));
export type ParagraphMove = z.output<ReturnType<typeof ParagraphMove>>;

export const ParagraphSplit = once(() =>
  z.strictObject({
    parts: z
      .array(Wording())
      .min(2)
      .max(20)
      .meta({ description: 'In their order; the first keeps the id. Each point stands in one of them, under its id.' }),
  }),
);
export type ParagraphSplit = z.output<ReturnType<typeof ParagraphSplit>>;

export const ParagraphMerge = once(() =>
  z.strictObject({
    with: z
      .array(z.strictObject({ paragraph: slug(), version: z.int().positive() }))
      .min(1)
      .max(20)
      .meta({ description: 'The paragraphs that are taken into this one, each with the version that was read.' }),
    wording: Wording()
      .optional()
      .meta({ description: 'What they say together; their texts and points one after the other when left out.' }),
  }),
);
export type ParagraphMerge = z.output<ReturnType<typeof ParagraphMerge>>;

const openingsIn: Record<Paragraph['part'], readonly Opening[]> = {
  preamble: ['recalling', 'taking-note-of'],
  operative: ['take-note-of', 'underline', 'recommend', 'commit-to', 'call-upon'],
  annex: [],
};

/** Where words stand: in which part, in what form of text, in which authentic language, and what the paragraph said before. */
export interface Setting {
  part: Paragraph['part'];
  form: Form;
  language: string;
  before?: readonly Paragraph[];
}

const textsOf = ({ heading, text: own, addressees, points, footnotes }: Wording): [pointer: string, words: Text][] => [
  ...(heading ? [['/heading', heading] as [string, Text]] : []),
  ...(own ? [['/text', own] as [string, Text]] : []),
  ...addressees.map((one, at): [string, Text] => [`/addressees/${at}`, one]),
  ...points.flatMap((point, at): [string, Text][] => [
    [`/points/${at}/text`, point.text],
    ...point.addressees.map((one, to): [string, Text] => [`/points/${at}/addressees/${to}`, one]),
  ]),
  ...footnotes.map((note, at): [string, Text] => [`/footnotes/${at}/text`, note.text]),
];

const asWording = (paragraph: Paragraph): Wording => ({ ...paragraph, footnotes: paragraph.footnotes ?? [] });

// What stands there already may lack the authentic language, as a name does that an outcome brought along.
const languageFaults = (wording: Wording, { language, before = [] }: Setting): FieldError[] => {
  const known = new Set(before.flatMap((one) => textsOf(asWording(one)).map(([, words]) => canonical(words))));
  return textsOf(wording)
    .filter(([, said]) => !known.has(canonical(said)))
    .flatMap(([pointer, said]) => [
      ...(said[language] === undefined
        ? [{ pointer, detail: `Give it in "${language}", the authentic language of this text.` }]
        : []),
      ...Object.keys(said)
        .filter((tag) => tag !== language)
        .map((tag) => ({
          pointer: `${pointer}/${tag}`,
          detail: `Leave "${tag}" out here: a translation is changed by itself, at the paragraph’s address with /translations/${tag.toLowerCase()}.`,
        })),
    ]);
};

const pointFaults = ({ points, text: own }: Wording): FieldError[] => {
  const ids = points.map(({ id }) => id);
  return [
    ...(own || points.length > 0
      ? []
      : [{ pointer: '/text', detail: 'Give the paragraph a text or points, or remove it.' }]),
    ...ids.flatMap((id, at) =>
      id !== undefined && ids.indexOf(id) < at
        ? [{ pointer: `/points/${at}/id`, detail: `Name each point once; "${id}" is there twice.` }]
        : [],
    ),
  ];
};

const openingFaults = ({ opening }: Wording, { part, form }: Setting): FieldError[] => {
  const allowed = openingsIn[part];
  if (opening !== undefined)
    return allowed.includes(opening)
      ? []
      : [
          {
            pointer: '/opening',
            detail:
              allowed.length === 0
                ? 'Leave it out: an annex has no opening words.'
                : `Choose one of ${allowed.join(', ')}: those open a paragraph of the ${part === 'preamble' ? 'preamble' : 'operative part'}.`,
          },
        ];
  return form === 'resolution' && allowed.length > 0
    ? [{ pointer: '/opening', detail: `Say how it opens, with one of ${allowed.join(', ')}.` }]
    : [];
};

/** Everything that is wrong with what a paragraph is to say. */
export const wordingFaults = (wording: Wording, setting: Setting): FieldError[] => {
  const bytes = new TextEncoder().encode(JSON.stringify(wording)).length;
  return [
    ...languageFaults(wording, setting),
    ...pointFaults(wording),
    ...openingFaults(wording, setting),
    ...footnoteFaults(asMarked(wording), setting.language),
    ...(bytes > recordBytes
      ? [{ pointer: '', detail: `Shorten it: it is ${Math.ceil(bytes / 1000)} KB, and a paragraph holds 200 KB.` }]
      : []),
  ];
};

const asMarked = ({ heading, text: own, points, footnotes }: Wording): Parameters<typeof footnoteFaults>[0] => ({
  heading,
  text: own,
  points: points.map((point) => ({ ...point, id: point.id ?? '', sources: [] })),
  footnotes,
});
