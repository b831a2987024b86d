import * as z from 'zod';
import { once } from './once.ts';
import { originFields } from './origin.ts';
import { begun, chosenSlug, recordFields, revised, slug } from './record.ts';
import { inLanguage, limits, line, name, text } from './text.ts';
import { partialDate } from './when.ts';

/** A text of others that sessions and declarations refer to. */
export const InstrumentDraft = once(() =>
  z.strictObject({
    slug: slug().optional(),
    name: name(),
    aliases: z.array(line(limits.name)).max(30).default([]),
    kind: z
      .enum(['agreement', 'agenda', 'report', 'other'])
      .default('other')
      .meta({ description: 'A text of the preamble recalls an agreement or agenda and takes note of a report.' }),
    symbol: line(100).optional().meta({ description: 'Its document symbol, such as "A/RES/71/256".' }),
    issuedBy: line(limits.name).optional(),
    date: partialDate().optional(),
    binding: z.boolean().optional(),
    clauses: z
      .array(z.strictObject({ id: slug(), label: line(100), text: text(limits.outcome).optional() }))
      .max(400)
      .default([]),
    ...originFields('instrument'),
  }),
);
export type InstrumentDraft = z.output<ReturnType<typeof InstrumentDraft>>;

export const Instrument = once(() => z.object({ ...InstrumentDraft().shape, ...recordFields('instrument') }));
export type Instrument = z.output<ReturnType<typeof Instrument>>;

const repeated = (draft: InstrumentDraft) => {
  const seen = new Set<string>();
  return draft.clauses.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ pointer: `/clauses/${at}/id`, detail: `Give each clause an id of its own; "${id}" is there twice.` }];
  });
};

/** Lists an instrument. Errors: `invalid`. */
export const listInstrument = (draft: InstrumentDraft): Instrument =>
  begun('instrument', draft, chosenSlug(draft.slug, inLanguage(draft.name)), repeated(draft));

export const reviseInstrument = (instrument: Instrument, draft: InstrumentDraft): Instrument =>
  revised(InstrumentDraft(), instrument, draft, repeated(draft));
