import * as z from 'zod';
import { view } from '../domain/access.ts';
import { Bound, boundTo, checkClaim, Claim, ClaimDraft, claimed, type Records, type Verdict } from '../domain/claim.ts';
import { signaturesList } from './count.ts';
import type { Declaration } from '../domain/declaration.ts';
import { once } from '../domain/once.ts';
import type { Signature } from '../domain/signature.ts';
import type { Instant } from '../domain/when.ts';
import { lastRecorded } from '../domain/standing.ts';
import type { Exchange, Route } from '../http/route.ts';
import { changeClaim, passClaim, recordClaim, removeClaim } from '../operations/claim.ts';
import { allClaims, claimKind, claimsAbout, getClaim, type Subject } from '../table/claim.ts';
import type { Table } from '../table/client.ts';
import { allSignatures, getDeclaration } from '../table/declaration.ts';
import { allParticipations } from '../table/participation.ts';
import { getSummit } from '../table/summit.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind, knowsOrganization } from './guard.ts';
import { recordSeen, seen } from './noun.ts';
import { resource } from './resource.ts';

type Asked = Pick<Exchange, 'house' | 'caller' | 'at'>;

/** A claim with what the records say of it. */
export const CheckedClaim = once(() =>
  z.object({
    ...Claim().shape,
    check: z.object({
      verdict: z.enum(['borne-out', 'not-borne-out', 'cannot-be-checked']),
      recorded: z.number().nullable(),
      parts: z.object({ signatories: z.number(), observers: z.number() }).optional(),
      caveats: z.array(z.string()),
      against: Bound(),
      list: z.string().nullable().meta({ description: 'API path of the list behind that count, where there is one.' }),
    }),
  }),
);

const listBehind = (
  about: string,
  { of, capacity, asOf, knownAt }: Bound,
  known: Instant | undefined,
): string | null =>
  of === 'members'
    ? null
    : of === 'attendance'
      ? `${about.replace(/\/declarations\/.*/, '')}/participations?state=attended${asOf ? `&asOf=${asOf}` : ''}`
      : signaturesList(about, {
          capacity: capacity === 'any' ? undefined : capacity,
          asOf,
          knownAt: knownAt ?? known,
        });

/** What the records say of a claim, and the list that says so, as it was when something of it was last recorded. */
const checked = (claim: Claim, records: Records): Verdict & { list: string | null } => {
  const check = checkClaim(claim, records);
  const list =
    check.recorded === null ? null : listBehind(claim.about, check.against, lastRecorded(records.acts ?? []));
  return { ...check, list };
};

/** A declaration that is held here has every act on it; of one that is reported, a source may give the whole list. */
const hasEveryAct = ({ origin, signatoryList }: Declaration): boolean =>
  origin === 'held' || signatoryList === 'complete';

/** What there is to check a declaration's claims against: its acts and the summit's attendance, each where its list is complete. */
const recordsBehind = async (
  table: Table,
  declaration: Declaration,
  claims: readonly Claim[],
  signatures: readonly Signature[],
): Promise<Records> => {
  const acts = hasEveryAct(declaration) ? signatures : undefined;
  if (!claims.some((claim) => boundTo(claim).of === 'attendance')) return { acts };
  const [summit, participations] = await Promise.all([
    getSummit(table, declaration.summit),
    allParticipations(table, declaration.summit),
  ]);
  const attended = participations
    .filter(({ state }) => state === 'attended')
    .map(({ counted, since }) => ({ counted, on: since }));
  return { acts, attendance: summit.attendanceList === 'complete' ? attended : undefined };
};

/** The standing claims with what the records say of each. */
export const checkedClaims = async (
  table: Table,
  declaration: Declaration,
  claims: readonly Claim[],
  signatures: readonly Signature[],
): Promise<{ claim: Claim; check: ReturnType<typeof checked> }[]> => {
  const records = await recordsBehind(table, declaration, claims, signatures);
  return claims.filter(({ state }) => state === 'recorded').map((claim) => ({ claim, check: checked(claim, records) }));
};

const recordsAbout = async (asked: Asked, subject: Subject): Promise<Records> => {
  // No register of members is complete here, so a printed number of members cannot be checked.
  if ('organization' in subject) return {};
  const { table } = asked.house;
  const [declaration, claims, signatures] = await Promise.all([
    getDeclaration(table, subject.summit, subject.declaration),
    allClaims(table, subject),
    allSignatures(table, subject.summit, subject.declaration),
  ]);
  // Judged before more is read: what is hidden costs no more than what is absent.
  seen(asked, 'declaration', declaration);
  return recordsBehind(table, declaration, claims, signatures);
};

const claimsAt = (
  path: string,
  subjectOf: (asked: Pick<Asked, 'at'>) => Subject,
  guard: (asked: Asked) => Promise<unknown>,
): Route[] =>
  resource({
    noun: 'claim',
    may: 'claim:write',
    path,
    record: Claim,
    draft: ClaimDraft,
    examples: {
      create: {
        words: 'adopted by over 40 cities',
        number: 40,
        reads: 'over',
        counts: 'adopted',
        by: 'A news page (invented)',
      },
      change: { note: 'The page has no date.' },
    },
    guard,
    get: ({ house, at }) => getClaim(house.table, subjectOf({ at }), at('claim')),
    whole: {
      schema: CheckedClaim,
      read: async (exchange) => {
        const subject = subjectOf(exchange);
        const [claim, records] = await behind(
          guard(exchange),
          Promise.all([getClaim(exchange.house.table, subject, exchange.at('claim')), recordsAbout(exchange, subject)]),
        );
        return {
          body: { ...view(exchange.caller, 'claim', claim), check: checked(claim, records) },
          version: claim.version,
        };
      },
    },
    list: {
      shows: { name: 'ClaimWhole', schema: CheckedClaim },
      filters: () => ({ counts: z.enum(claimed).optional() }),
      of: (exchange) => claimsAbout(subjectOf(exchange)),
      keep: async (exchange) => {
        const subject = subjectOf(exchange);
        const records = await recordsAbout(exchange, subject);
        const show = recordSeen<Claim>(
          exchange,
          claimKind(subject),
          ({ counts }) => (exchange.query.counts ?? counts) === counts,
        );
        return (item) => {
          const shown = show(item) as Claim | undefined;
          return shown && { ...shown, check: checked(shown, records) };
        };
      },
    },
    create: ({ house, deed, at }, draft) => recordClaim(house, deed, subjectOf({ at }), draft),
    change: ({ house, deed, at }, patched) => changeClaim(house, deed, subjectOf({ at }), at('claim'), patched),
    pass: ({ house, deed, at }, to) => passClaim(house, deed, subjectOf({ at }), at('claim'), to),
    remove: ({ house, deed, at }) => removeClaim(house, deed, subjectOf({ at }), at('claim')),
  });

export const claimRoutes: Route[] = [
  ...claimsAt(
    '/summits/{summit}/declarations/{declaration}/claims',
    ({ at }) => ({ summit: at('summit'), declaration: at('declaration') }),
    knowsDeclaration,
  ),
  ...claimsAt(
    '/organizations/{organization}/claims',
    ({ at }) => ({ organization: at('organization') }),
    knowsOrganization,
  ),
];
