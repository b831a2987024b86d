import * as z from 'zod';
import { invalid } from '../domain/error.ts';
import { once } from '../domain/once.ts';
import { madeSlug } from '../domain/record.ts';
import { Alongside, ProgrammeCard, Release, ReleaseDraft, releaseSlug, undated } from '../domain/release.ts';
import { changesBetween, ReleaseChange } from '../domain/release-changes.ts';
import { listed, listQuery, sliced } from '../http/paging.ts';
import { type Answer, type Exchange, type Route, route } from '../http/route.ts';
import { releaseProgramme } from '../operations/release.ts';
import { previewRelease } from '../operations/release-preview.ts';
import type { Table } from '../table/client.ts';
import { collections } from '../table/key.ts';
import { cardsOf, cardsOfDay, dayOf, getRelease, releaseKind } from '../table/release.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, recordSeen, seen } from './noun.ts';

const path = '/summits/{summit}/releases';
const one = `${path}/{release}`;

const Shown = once(() => Release().omit({ batch: true, history: true }).partial({ by: true, alongside: true }));

const Releasing = once(() =>
  z.object({
    ...Shown().shape,
    changed: z.boolean().meta({ description: 'False where nothing was otherwise: then it is the last release.' }),
    detail: z.string(),
    unchanged: z.array(z.string()).meta({ description: 'The chosen sessions that are as they were released last.' }),
  }),
);

const Broken = once(() =>
  z.object({ session: z.string(), reference: z.string(), rule: z.string(), sentence: z.string() }),
);

const told = () => ({ people: z.int(), organizations: z.int() });

const Preview = once(() =>
  z.object({
    from: z.int().min(0).meta({ description: 'The number of the last release; 0 before the first.' }),
    changes: z.array(ReleaseChange()),
    alongside: z.array(Alongside()).meta({ description: 'What would go along.' }),
    unchanged: z.array(z.string()),
    broken: z.array(Broken()).meta({ description: 'Rules that would refuse it.' }),
    told: z
      .object({ ...told(), of: z.array(z.object({ session: z.string(), ...told() })) })
      .meta({ description: 'How many it would tell.' }),
  }),
);

const Changes = once(() =>
  z.object({ from: z.string().nullable(), to: z.string(), changes: z.array(ReleaseChange()) }),
);

const releaseAt = ({ house, at }: Exchange): Promise<Release> => getRelease(house.table, at('summit'), at('release'));

const release = async (exchange: Exchange<unknown, z.output<ReturnType<typeof ReleaseDraft>>>): Promise<Answer> => {
  const { house, deed, at, body, path: here } = exchange;
  const { release: made, isNew, unchanged } = await releaseProgramme(house, deed, at('summit'), body);
  const detail = isNew ? `This is release ${made.number}.` : `Nothing has changed since release ${made.number}.`;
  const shown = { ...seen(exchange, releaseKind.type, made), changed: isNew, detail, unchanged };
  return {
    body: shown,
    version: made.version,
    ...(isNew ? { status: 201 as const, location: `${here}/${made.slug}` } : {}),
  };
};

const placeIn = (card: ProgrammeCard): string => `${dayOf(card)}#${card.start ?? '~'}#${card.slug}`;

// Day by day, no more of them than the page needs.
const readDays = async (table: Table, made: Release, { after = '', most }: { after?: string; most: number }) => {
  const cards: ProgrammeCard[] = [];
  for (const day of Object.keys(made.days).toSorted()) {
    if (cards.length > most) break;
    if (`${day}#~~` > after)
      cards.push(...(await cardsOfDay(table, made, day)).filter((card) => placeIn(card) > after));
  }
  return cards;
};

type Listed = Exchange<{ limit: number; cursor?: string | undefined; day?: string | undefined }>;

const listCards = async (exchange: Listed): Promise<Answer> => {
  const [{ table }, { day, limit }] = [exchange.house, exchange.query];
  const made = await releaseAt(exchange);
  const read = (after: string | undefined) =>
    day === undefined
      ? readDays(table, made, { ...(after === undefined ? {} : { after }), most: limit })
      : cardsOfDay(table, made, day);
  return sliced(exchange, read, { keyOf: placeIn, show: (card) => card });
};

const compare = async (exchange: Exchange<{ from?: string | undefined }>): Promise<Answer> => {
  const { house, at, query } = exchange;
  const [{ table }, summit] = [house, at('summit')];
  const to = await releaseAt(exchange);
  const name = query.from ?? (to.number > 1 ? releaseSlug(to.number - 1) : undefined);
  const from = name === undefined ? undefined : await getRelease(table, summit, name);
  if (from && from.number >= to.number)
    throw invalid([{ pointer: '?from', detail: `Name a release before ${to.slug}, or leave it out.` }]);
  const [before, after] = await Promise.all([from ? cardsOf(table, from) : [], cardsOf(table, to)]);
  const changes = changesBetween(
    before,
    after.toSorted((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1)),
  );
  return { body: { from: from?.slug ?? null, to: to.slug, changes } };
};

const names = (text: string): string[] => [...new Set(text.split(',').map((name) => name.trim()))];

export const releaseRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'read',
    summary: 'Lists the releases of the programme, the first first',
    answers: { name: 'Release', schema: Shown, list: true },
    query: () => listQuery({}),
    handle: (exchange) =>
      behind(
        knowsSummit(exchange),
        listed(exchange, collections.releasesOf(exchange.at('summit')), recordSeen(exchange, releaseKind)),
      ),
  }),
  route({
    method: 'POST',
    path,
    may: 'release:write',
    named: { id: 'releaseProgramme', noun: 'release' },
    summary: 'Releases the programme: all that changed, or chosen changes alone',
    answers: { name: 'Releasing', schema: Releasing },
    body: ReleaseDraft,
    example: () => ({ note: 'RC 7 moves to the evening.', changes: ['rc-7'] }),
    handle: release,
  }),
  route({
    method: 'GET',
    path: one,
    may: 'read',
    summary: 'Reads a release: when it was, what it is about, how many sessions it has',
    answers: { name: 'Release', schema: Shown },
    handle: async (exchange) => answerOf(exchange, releaseKind.type, await releaseAt(exchange)),
  }),
  route({
    method: 'GET',
    path: `${one}/sessions`,
    may: 'read',
    named: { id: 'listReleasedSessions', noun: 'release' },
    summary: 'Lists the sessions of a release in order of time',
    answers: { name: 'ProgrammeCard', schema: ProgrammeCard, list: true },
    query: () =>
      listQuery({
        day: z
          .union([z.iso.date(), z.literal(undated)], {
            message: 'Give a day that exists, such as "2027-03-10", or "undated".',
          })
          .optional()
          .meta({ description: 'A day in the summit\'s zone, or "undated".' }),
      }),
    handle: listCards,
  }),
  route({
    method: 'GET',
    path: `${one}/changes`,
    may: 'read',
    named: { id: 'compareReleases', noun: 'release' },
    summary: 'Compares a release with an earlier one, session by session',
    answers: { name: 'ReleaseChanges', schema: Changes },
    query: () =>
      z.strictObject({
        from: madeSlug().optional().meta({ description: 'The earlier one; the one before when left out.' }),
      }),
    handle: compare,
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/draft',
    may: 'release:draft',
    named: { id: 'readDraft', noun: 'release' },
    summary: 'Compares the draft of the programme with the last release, and says what a release of it would meet',
    answers: { name: 'ReleasePreview', schema: Preview },
    query: () =>
      z.strictObject({
        changes: z.string().max(10_000).optional().meta({
          description: 'Slugs of sessions with commas: what releasing their changes alone would carry along.',
        }),
      }),
    handle: async ({ house, deed, at, query: { changes } }) => ({
      body: await previewRelease(house, deed, at('summit'), changes === undefined ? undefined : names(changes)),
    }),
  }),
];
