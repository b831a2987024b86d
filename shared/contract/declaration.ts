import * as z from 'zod';
import {
  Declaration,
  DeclarationChange,
  DeclarationDraft,
  declarationKinds,
  type FormLanguage,
  formLanguages,
} from '../domain/declaration.ts';
import { LeftOutDraft } from '../domain/left-out.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import type { Signature } from '../domain/signature.ts';
import { lastRecorded } from '../domain/standing.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import { changeDeclaration, compileDeclaration, removeDeclaration } from '../operations/declaration.ts';
import { leaveOutcomesOut } from '../operations/left-out.ts';
import { allSignatures, getDeclaration, getText, type WholeDeclaration } from '../table/declaration.ts';
import { lists } from '../table/key.ts';
import { checkedClaims, CheckedClaim } from './claim.ts';
import { ActCounts, actCounts, subjectOf } from './count.ts';
import { documentOf, endings } from './document.ts';
import { cardSeen, seen } from './noun.ts';
import { knowsSummit } from './guard.ts';
import { resource } from './resource.ts';
import { Carried, NumberedParagraph, readable, textShown } from './text.ts';

const addressOf = ({ summit, slug }: Pick<Declaration, 'summit' | 'slug'>): string =>
  `/api/v1/summits/${summit}/declarations/${slug}`;

/** The declaration as one record: its text with its sources, or, where it is reported, what was done about it and claimed of it. */
const recordOfWhole = async (
  exchange: Exchange<{ lang?: FormLanguage }>,
  whole: WholeDeclaration,
  signatures: readonly Signature[],
): Promise<object> => {
  const { declaration } = whole;
  const head = seen(exchange, 'declaration', declaration);
  if (declaration.origin === 'reported') {
    const checked = await checkedClaims(exchange.house.table, declaration, whole.claims, signatures);
    const claims = checked.map(({ claim, check }) => ({ ...seen(exchange, 'claim', claim), check }));
    const subject = subjectOf(exchange, addressOf(declaration), declaration.title, declaration.language);
    // As of when something was last recorded, so that reading it again answers the same bytes.
    return { ...head, counts: actCounts(subject, signatures, { at: lastRecorded(signatures) }), claims };
  }
  return { ...head, ...textShown(exchange, whole) };
};

const read = async (exchange: Exchange<{ lang?: FormLanguage }>): Promise<Answer> => {
  const { table } = exchange.house;
  const [summit, slug] = [exchange.at('summit'), exchange.at('declaration')];
  const whole = await readable(exchange, await getText(table, summit, slug));
  // A reported one shows what was reported of it, which is not much; who signed one of ours may be ten thousand, and has an address of its own.
  const signatures = whole.declaration.origin === 'reported' ? await allSignatures(table, summit, slug) : [];
  if (!exchange.ending)
    return { body: await recordOfWhole(exchange, whole, signatures), version: whole.declaration.version };
  return documentOf(exchange, whole, signatures);
};

/** The head: the mark of its compilation is the table's own. */
export const Head = once(() => Declaration().omit({ batch: true }));

const Whole = once(() =>
  z.object({
    ...Head().shape,
    paragraphs: z.array(NumberedParagraph()).optional(),
    leftOutOutcomes: z.array(Carried()).optional(),
    counts: ActCounts().optional(),
    claims: z.array(CheckedClaim()).optional(),
  }),
);

const path = '/summits/{summit}/declarations';

const standard = resource({
  noun: 'declaration',
  may: { create: 'declaration:write', change: 'declaration:change', remove: 'declaration:write' },
  path,
  record: Declaration,
  shown: Head,
  draft: DeclarationDraft,
  changes: DeclarationChange,
  examples: {
    create: undefined,
    change: { addressedTo: ['The ministers of the basin'] },
  },
  guard: knowsSummit,
  get: ({ house, at }) => getDeclaration(house.table, at('summit'), at('declaration')),
  whole: {
    schema: Whole,
    query: () =>
      z.strictObject({ lang: z.enum(formLanguages).optional().meta({ description: 'The language of a document.' }) }),
    read,
    endings,
  },
  list: {
    shows: {
      name: 'DeclarationCard',
      schema: () => Head().omit({ abstract: true, sources: true, corrections: true, history: true }),
    },
    filters: () => ({ kind: z.enum(declarationKinds).optional(), state: z.enum(statesOf('declaration')).optional() }),
    of: ({ at }) => ({ pk: lists.declarationsOf(at('summit')), index: 'list' }),
    keep: (exchange) => {
      const { kind, state } = exchange.query;
      return cardSeen<Declaration>(
        exchange,
        'declaration',
        (one) => (kind ?? one.kind) === one.kind && (state ?? one.state) === one.state,
      );
    },
  },
  change: ({ house, deed, at }, patched) => changeDeclaration(house, deed, at('summit'), at('declaration'), patched),
  remove: ({ house, deed, at }) => removeDeclaration(house, deed, at('summit'), at('declaration')),
});

const compileRoute = route({
  method: 'POST',
  path,
  may: 'declaration:write',
  summary: 'Compiles a declaration from outcomes, or records one that a source reports',
  answers: { name: 'DeclarationWhole', schema: Whole },
  body: DeclarationDraft,
  example: () => ({
    title: { en: 'Arvenne Declaration on shared rivers' },
    kind: 'declaration',
    carry: ['rc-7/1', { outcomes: ['rc-7/2', 'rc-7/3'] }],
    leaveOut: [{ outcome: 'rc-7/4', reason: 'Said already by the first.' }],
  }),
  handle: async (exchange) => {
    const whole = await compileDeclaration(exchange.house, exchange.deed, exchange.at('summit'), exchange.body);
    const { declaration } = whole;
    return {
      status: 201,
      body: await recordOfWhole(exchange, whole, []),
      version: declaration.version,
      location: addressOf(declaration),
    };
  },
});

const leaveOutRoute = route({
  method: 'POST',
  path: `${path}/{declaration}/left-out`,
  may: 'text:write',
  named: { id: 'leaveOutcomesOut', noun: 'declaration' },
  succeeds: 200,
  summary: 'Records why outcomes are not carried by a text that is being drafted',
  answers: { name: 'DeclarationWhole', schema: Whole },
  body: LeftOutDraft,
  example: () => ({ outcomes: ['rc-7/4'], reason: 'Said already by the first.' }),
  handle: async (exchange) => {
    const { house, deed, body, at } = exchange;
    const whole = await leaveOutcomesOut(house, deed, { summit: at('summit'), declaration: at('declaration') }, body);
    return { body: await recordOfWhole(exchange, whole, []), version: whole.declaration.version };
  },
});

export const declarationRoutes: Route[] = [...standard, compileRoute, leaveOutRoute];
