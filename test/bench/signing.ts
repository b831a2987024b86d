import type { Caller } from '../../shared/domain/access.ts';
import { numbered } from '../../shared/domain/chain.ts';
import type { Declaration } from '../../shared/domain/declaration.ts';
import { ParticipationDraft, registerParticipation } from '../../shared/domain/participation.ts';
import { signaturesChain, SignatureDraft } from '../../shared/domain/signature.ts';
import { announceSummit, SummitDraft } from '../../shared/domain/summit.ts';
import type { House } from '../../shared/operations/perform.ts';
import { signDeclaration } from '../../shared/operations/sign.ts';
import type { Item, Table } from '../../shared/table/client.ts';
import { declarationKind, getWholeDeclaration, signatureKind } from '../../shared/table/declaration.ts';
import { readGates, setGates } from '../../shared/table/gate.ts';
import { itemOf } from '../../shared/table/item.ts';
import { bodyKey, collections, entryKey } from '../../shared/table/key.ts';
import { listPage } from '../../shared/table/list.ts';
import { markOf } from '../../shared/table/mark.ts';
import { organizationKind } from '../../shared/table/organization.ts';
import { participationKind } from '../../shared/table/participation.ts';
import { summitKind } from '../../shared/table/summit.ts';
import { transact } from '../../shared/table/transact.ts';
import { aDeclaration, aSignature } from '../builders.ts';
import { anOrganization } from '../records.ts';
import { inTurns, type Ratio, timed } from './measure.ts';

const [summit, rounds] = ['bench', 200];
const hash = 'a'.repeat(64);
const at = '2027-02-01T09:00:00Z';

const declarationOf = (slug: string): Declaration =>
  aDeclaration({
    slug,
    summit,
    rehearsal: true,
    state: 'open-for-signature',
    frozen: { version: 'v1', hash, at, how: 'signing' },
  });

/** What so many cities left behind by signing: their signatures, and the chain with its bodies. */
const signedBy = (declaration: string, count: number): Item[] => {
  const chain = signaturesChain(summit, declaration);
  const ids = Array.from({ length: count }, (_, nth) => `${at}#request-${nth}#city-${nth}-signatory`);
  const entries = ids.map((id) => ({ id, request: id, what: [{ digest: hash }], bodies: 1 }));
  return [
    ...ids.map((entry, nth) => {
      const organization = `city-${nth}`;
      const counted = { organization, printed: organization, kind: 'city' as const };
      const slug = `${organization}-signatory`;
      const given = { organization, slug, counted, summit, declaration, entry, origin: 'held' as const };
      return itemOf(signatureKind, aSignature(given), 'bench');
    }),
    ...numbered(chain, undefined, entries).map((one) =>
      markOf(entryKey(chain, one.number), 'entry', 'bench', { ...one }),
    ),
    ...ids.map((id) => {
      const pieces = [{ of: 0, salt: 'salt', text: 'x'.repeat(900) }];
      return markOf(bodyKey(chain, id, 0), 'body', 'bench', { of: [0], pieces });
    }),
  ];
};

const open = async (table: Table, slug: string, count: number): Promise<void> => {
  const declaration = declarationOf(slug);
  await table.batchWrite([itemOf(declarationKind, declaration, 'bench'), ...signedBy(slug, count)]);
  const of = { summit, declaration: slug };
  const gates = setGates(table, of, await readGates(table, of), { change: { signing: hash } }, 'bench');
  await transact(table, gates, 'bench');
};

const guests = (): Item[] => {
  const sat = SummitDraft().parse({ slug: summit, title: { en: 'Bench' }, zone: 'Africa/Cairo', rehearsal: true });
  const organizations = Array.from({ length: 2 * rounds }, (_, nth) =>
    anOrganization({ slug: `guest-${nth}`, rehearsal: true }),
  );
  const draft = (organization: string) => ParticipationDraft().parse({ organization, capacities: ['chair'] });
  return [
    itemOf(summitKind, announceSummit(sat), 'bench'),
    ...organizations.flatMap((one) => [
      itemOf(organizationKind, one, 'bench'),
      itemOf(participationKind, registerParticipation(summit, one, draft(one.slug)), 'bench'),
    ]),
  ];
};

const signing = (house: House, declaration: string) => {
  let nth = 0;
  return (): Promise<unknown> => {
    const organization = `guest-${(nth += 1) - 1}`;
    const caller: Caller = { kind: 'account', name: organization, roles: [{ role: 'delegate', organization }] };
    const act = {
      organization,
      capacity: 'signatory',
      signedBy: 'Ilka Verrane',
      title: 'Mayor',
      mandate: { by: 'office' },
    };
    const deed = { caller, request: `${declaration}-${organization}`, at: new Date('2027-03-01T09:00:00Z') };
    return signDeclaration(house, deed, summit, declaration, SignatureDraft().parse(act));
  };
};

const data = (table: Table, declaration: string) => (): Promise<unknown> =>
  Promise.all([
    getWholeDeclaration(table, summit, declaration),
    listPage(table, { ...collections.signaturesOf(summit, declaration), limit: 50 }, (item) => item),
  ]);

// Each goes first as often as the other, so that neither has what the other warmed.
const against = async (what: string, many: () => Promise<unknown>, few: () => Promise<unknown>): Promise<Ratio> => {
  const works = [many, few, few, many].map((work) => () => timed(work));
  const [first = 0, second = 0, third = 0, fourth = 0] = await inTurns(rounds, works);
  return { what, ours: (first + fourth) / 2, bare: (second + third) / 2, budget: 1.1 };
};

/** Signing, and reading a declaration with one page of who signed it: with 10,000 signatures present, against 50. */
export const signingRatios = async (house: House): Promise<Ratio[]> => {
  const { table } = house;
  await table.batchWrite(guests());
  await open(table, 'few', 10);
  await open(table, 'some', 51);
  await open(table, 'many', 10_000);
  for (let warm = 0; warm < 50; warm += 1) await Promise.all([data(table, 'many')(), data(table, 'some')()]);
  return [
    await against('signing with 10,000 signatures present, against 10', signing(house, 'many'), signing(house, 'few')),
    await against(
      'a declaration and a page of 50 signatures of 10,000, against of 51',
      data(table, 'many'),
      data(table, 'some'),
    ),
  ];
};
