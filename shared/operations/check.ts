import { type Check, checksOf, isJudged, mustKeepRules } from '../domain/check.ts';
import type { Register } from '../domain/composition.ts';
import type { Rule, RuleName } from '../domain/rule.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { span } from '../domain/when.ts';
import { attributesKind } from '../table/attributes.ts';
import { recordsOf, unchanged } from '../table/item.ts';
import { attributesKey, organizationKey, roomKey, summitKey, trackKey } from '../table/key.ts';
import { sessionsLedBy } from '../table/link.ts';
import { organizationKind } from '../table/organization.ts';
import { roomKind } from '../table/room.ts';
import { findSessions, sessionKind, type WholeSession } from '../table/session.ts';
import { summitKind } from '../table/summit.ts';
import { trackKind } from '../table/track.ts';
import type { Write } from '../table/transact.ts';
import type { Deed, House } from './perform.ts';

/** A session with its panel and crew, as they are judged. */
export type Judgeable = Pick<WholeSession, 'session' | 'panel' | 'crew'>;

/** The verdicts on a session, and the conditions that hold what they were made from; of its own records whoever writes holds them. */
export interface Judgement {
  session: Session;
  checks: Check[];
  held: Write[];
}

const onProgramme: ReadonlySet<Session['state']> = new Set(['accepted', 'scheduled', 'held', 'concluded']);

const named = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== undefined)),
];

// What all of them name, in one BatchGet.
const readGround = async ({ table }: House, wholes: readonly Judgeable[]) => {
  const sessions = wholes.map(({ session }) => session);
  const refs = wholes.flatMap(({ session, panel }) => [
    ...session.lead,
    ...panel.flatMap(({ organizations }) => organizations),
  ]);
  const items = await table.batchGet([
    ...named(sessions.map(({ summit }) => summit)).map(summitKey),
    ...sessions.flatMap(({ summit, track, room }) => [
      ...(track ? [trackKey(summit, track)] : []),
      ...(room ? [roomKey(summit, room)] : []),
    ]),
    ...named(refs.map(({ organization }) => organization)).map(organizationKey),
  ]);
  return {
    summits: recordsOf(summitKind, items),
    tracks: recordsOf(trackKind, items),
    rooms: recordsOf(roomKind, items),
    register: new Map(recordsOf(organizationKind, items).map((one) => [one.slug, one])) as Register,
  };
};

type Ground = Awaited<ReturnType<typeof readGround>>;

const trackIn = ({ tracks }: Ground, { summit, track }: Session): Track | undefined =>
  tracks.find((one) => one.summit === summit && one.slug === track);

const has = (track: Track | undefined, name: RuleName): Rule | undefined =>
  track?.rules.find(({ rule }) => rule === name);

// What people declared is read only where a track asks for it, and goes no further than the judgement.
const gendersIn = async ({ table }: House, ground: Ground, wholes: readonly Judgeable[]) => {
  const people = wholes
    .filter(({ session }) => has(trackIn(ground, session), 'gender-balance'))
    .flatMap(({ panel }) => panel.map(({ person }) => person));
  const items = people.length > 0 ? await table.batchGet(named(people).map(attributesKey)) : [];
  return new Map(
    recordsOf(attributesKind, items).flatMap(({ person, gender }) => (gender ? [[person, gender] as const] : [])),
  );
};

/** The other sessions of their tracks that the lead organizations lead, read as they stand: which there are is the index's to say. */
const othersLed = async ({ table }: House, ground: Ground, wholes: readonly Judgeable[]): Promise<Session[]> => {
  const asked = wholes.filter(({ session }) => has(trackIn(ground, session), 'one-lead-per-organization'));
  const [first] = asked;
  if (!first) return [];
  const { summit } = first.session;
  const leads = named(asked.flatMap(({ session }) => session.lead.map(({ organization }) => organization)));
  const led = await Promise.all(leads.map((organization) => sessionsLedBy(table, organization, summit)));
  return [...(await findSessions(table, summit, named(led.flat()))).values()];
};

const ledBesides = (others: readonly Session[], { slug, track, lead }: Session) =>
  others
    .filter((other) => other.slug !== slug && other.track === track && other.origin === 'held')
    .flatMap((other) =>
      other.lead
        .filter(({ organization }) => lead.some((one) => one.organization === organization))
        .map(({ organization }) => ({ organization, reference: other.reference, other })),
    );

const dayOf = ({ summits }: Ground, { at }: Pick<Deed, 'at'>, { summit, start, local }: Session): string => {
  const from = summits.find(({ slug }) => slug === summit)?.from;
  return (local?.start ?? start ?? (from && span(from).first) ?? at.toISOString()).slice(0, 10);
};

const blocks = (rule: Rule | undefined): boolean => rule?.level === 'block';

/**
 * Judges sessions of one summit by their present records: at most three more round trips however many they are, and two in most tracks. What is
 * reported, over or off has no verdicts. `together`: they are to be accepted in one act, so each counts as on the programme for the others.
 */
export const judgeSessions = async (
  house: House,
  deed: Pick<Deed, 'at'>,
  wholes: readonly Judgeable[],
  { together = false }: { together?: boolean } = {},
): Promise<Judgement[]> => {
  const isThere = ({ slug, state }: Session): boolean =>
    onProgramme.has(state) || (together && wholes.some(({ session }) => session.slug === slug));
  const judged = wholes.filter(({ session }) => isJudged(session));
  if (judged.length === 0) return wholes.map(({ session }) => ({ session, checks: [], held: [] }));
  const ground = await readGround(house, judged);
  const [genders, others] = await Promise.all([gendersIn(house, ground, judged), othersLed(house, ground, judged)]);
  return wholes.map((whole) => {
    const { session } = whole;
    const track = trackIn(ground, session);
    const led = has(track, 'one-lead-per-organization') ? ledBesides(others, session) : [];
    const checks = checksOf({
      ...whole,
      track,
      room: ground.rooms.find(({ summit, slug }) => summit === session.summit && slug === session.room),
      register: ground.register,
      genders,
      alsoLed: led.filter(({ other }) => isThere(other)),
      day: dayOf(ground, deed, session),
    });
    const beside = blocks(has(track, 'one-lead-per-organization')) ? [...new Set(led.map(({ other }) => other))] : [];
    return {
      session,
      checks,
      held: [
        ...(track?.rules.some(blocks) ? [unchanged(house.table, trackKind, track)] : []),
        ...beside.map((other) => unchanged(house.table, sessionKind, other)),
      ],
    };
  });
};

/** The verdicts on one session. */
export const judgeSession = async (house: House, deed: Pick<Deed, 'at'>, whole: Judgeable): Promise<Judgement> => {
  const [judgement] = await judgeSessions(house, deed, [whole]);
  if (!judgement) throw new Error('One session has one judgement.');
  return judgement;
};

const keyOf = ({ action: { Put, Update, Delete, ConditionCheck } }: Write): string => {
  const { pk, sk } = (Update ?? Delete ?? ConditionCheck)?.Key ?? Put?.Item ?? {};
  return `${String(pk)} ${String(sk)}`;
};

/**
 * The conditions on which a session may be accepted: its track's rules are as they were judged. The session's own version and its tally, which
 * every change of its panel raises, have to be held beside them. What `beside` names already is left out, because a transaction names each item
 * once. Errors: `rules-broken`.
 */
export const mayBeAccepted = async (
  house: House,
  deed: Pick<Deed, 'at'>,
  whole: Judgeable,
  beside: readonly Write[] = [],
): Promise<Write[]> => {
  const judgement = await judgeSession(house, deed, whole);
  mustKeepRules([judgement]);
  const taken = new Set(beside.map(keyOf));
  return judgement.held.filter((write) => !taken.has(keyOf(write)));
};
