import { type Asked, noted, type Unreached } from '../domain/asked.ts';
import { certificateOf, type Certificate, type Judged } from '../domain/certificate.ts';
import type { Circulation } from '../domain/circulation.ts';
import { DomainError, invalid } from '../domain/error.ts';
import { isUndecided, silenceOver } from '../domain/silence.ts';
import { toInstant } from '../domain/when.ts';
import { askedKind, askedOften } from '../table/asked.ts';
import { circulationKind, getCirculation } from '../table/circulation.ts';
import type { Table } from '../table/client.ts';
import { allDissociations } from '../table/dissociation.ts';
import { replace, unchanged } from '../table/item.ts';
import { allObjections } from '../table/objection.ts';
import type { Write } from '../table/transact.ts';
import { circulating } from './circulation.ts';
import { type Deed, type House, next, perform, type Plan } from './perform.ts';
import { judge, judgeAll } from './reach.ts';
import type { About } from './silence.ts';

const wasAsked = (asked: readonly Asked[], { batch }: Circulation, organization: string): Asked => {
  const found = asked.find((one) => one.batch === batch);
  if (found) return found;
  throw invalid([
    { pointer: '/organization', detail: `Name an organization that was asked: ${organization} was not.` },
  ]);
};

// What waits for somebody to be reached is looked at again at once; else it only has to be undecided still.
const lookedAt = ({ table }: House, deed: Deed, circulation: Circulation): Write =>
  circulation.heldUp && circulation.state === 'open'
    ? replace(table, circulationKind, { ...circulation, due: toInstant(deed.at) }, deed.request, circulation)
    : unchanged(table, circulationKind, circulation);

/**
 * Records of an organization that was asked how it was reached by other ways, or why silence may adopt although it was not.
 * Errors: `not-found`, `silence-over` once it was decided, `invalid`, `unavailable`.
 */
export const recordUnreached = (house: House, deed: Deed, about: About, given: Unreached): Promise<Judged> => {
  const { table } = house;
  const { summit, declaration } = about;
  return perform(house, deed, {
    may: circulating(house, summit, declaration),
    read: () =>
      Promise.all([
        getCirculation(table, summit, declaration, about.circulation),
        askedOften(table, summit, declaration, given.organization),
        allObjections(table, summit, declaration, given.organization),
      ]),
    decide: async ([circulation, often, objections]): Promise<Plan<Judged>> => {
      if (!isUndecided(circulation)) throw silenceOver(circulation);
      const before = wasAsked(often, circulation, given.organization);
      const after = noted(before, given, circulation, deed.at);
      const [judged] = await judge(table, circulation, [next(after)], objections);
      if (!judged) throw new DomainError('not-found', 'There is no such organization.');
      return {
        writes: [replace(table, askedKind, after, deed.request, before), lookedAt(house, deed, circulation)],
        answer: judged,
      };
    },
  });
};

/** The certificate of a circulation, as it was decided or as it stands. Errors: `not-found`. */
export const certify = async (
  table: Table,
  { summit, declaration, circulation: slug }: About,
): Promise<Certificate> => {
  const circulation = await getCirculation(table, summit, declaration, slug);
  const [{ judged, objections }, dissociations] = await Promise.all([
    judgeAll(table, circulation),
    allDissociations(table, summit, declaration),
  ]);
  return certificateOf(circulation, judged, { objections, dissociations });
};
