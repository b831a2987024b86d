import * as z from 'zod';
import { view } from '../../shared/domain/access.ts';
import { checkClaim, Claim, ClaimDraft, claimed, type Records, type Verdict } from '../../shared/domain/claim.ts';
import { countActs, countOf } from '../../shared/domain/count.ts';
import type { Declaration } from '../../shared/domain/declaration.ts';
import { once } from '../../shared/domain/once.ts';
import type { Signature } from '../../shared/domain/signature.ts';
import type { Exchange, Route } from '../../shared/http/route.ts';
import { changeClaim, passClaim, recordClaim, removeClaim } from '../../shared/operations/claim.ts';
import { allClaims, claimKind, claimsAbout, getClaim, type Subject } from '../../shared/table/claim.ts';
import type { Table } from '../../shared/table/client.ts';
import { allSignatures, getDeclaration } from '../../shared/table/declaration.ts';
import { allParticipations } from '../../shared/table/participation.ts';
import { getSummit } from '../../shared/table/summit.ts';
import { behind, knowsDeclaration, knowsOrganization } from './guard.ts';
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
    }),
  }),
);

/** What there is to check a declaration's claims against: its acts and the summit's attendance, each where its list is complete. */
const recordsBehind = async (
  table: Table,
  declaration: Declaration,
  claims: readonly Claim[],
  signatures: readonly Signature[],
): Promise<Records> => {
  const acts = declaration.signatoryList === 'complete' ? countActs(signatures) : undefined;
  if (!claims.some(({ counts }) => counts === 'attended')) return { acts };
  const [summit, participations] = await Promise.all([
    getSummit(table, declaration.summit),
    allParticipations(table, declaration.summit),
  ]);
  const attended = participations.filter(({ state }) => state === 'attended');
  return { acts, attendance: summit.attendanceList === 'complete' ? countOf(attended) : undefined };
};

/** The standing claims with what the records say of each. */
export const checkedClaims = async (
  table: Table,
  declaration: Declaration,
  claims: readonly Claim[],
  signatures: readonly Signature[],
): Promise<{ claim: Claim; check: Verdict }[]> => {
  const records = await recordsBehind(table, declaration, claims, signatures);
  return claims
    .filter(({ state }) => state === 'recorded')
    .map((claim) => ({ claim, check: checkClaim(claim, records) }));
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
          body: { ...view(exchange.caller, 'claim', claim), check: checkClaim(claim, records) },
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
          return shown && { ...shown, check: checkClaim(shown, records) };
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
