import { nameOf } from '../domain/access.ts';
import { type Asked, askedOf } from '../domain/asked.ts';
import {
  circulate,
  circulationAfter,
  type Circulation,
  type CirculationDraft,
  mustAsk,
} from '../domain/circulation.ts';
import { digest } from '../domain/digest.ts';
import { passed } from '../domain/lifecycle.ts';
import { canonical } from '../domain/ordered.ts';
import type { Participation } from '../domain/participation.ts';
import { heardUntil } from '../domain/silence.ts';
import type { Summit } from '../domain/summit.ts';
import { withVersion } from '../domain/text-version.ts';
import { writeAsked } from '../table/asked.ts';
import { circulationKind, lastCirculation } from '../table/circulation.ts';
import { declarationKind, getDeclaration, getWholeDeclaration, type WholeDeclaration } from '../table/declaration.ts';
import { type Gate, readGates, setGates } from '../table/gate.ts';
import { insert, replace } from '../table/item.ts';
import { allParticipations } from '../table/participation.ts';
import { getSummit } from '../table/summit.ts';
import { tell } from '../table/telling.ts';
import { textVersionKind } from '../table/text-version.ts';
import { Raced } from '../table/transact.ts';
import { mustBeHeld, mustHaveWords } from './freezing.ts';
import { type Deed, type House, passageOf, perform, type Plan, reading } from './perform.ts';
import type { Permission } from './permission.ts';
import { takeVersion } from './text-version.ts';

/** What it takes to circulate a text. */
interface Found {
  gates: Gate[];
  whole: WholeDeclaration;
  summit: Summit;
  participations: Participation[];
  last: Circulation | undefined;
}

/** Who may circulate a text, and do what the chair does about it. */
export const circulating = ({ table }: House, summit: string, declaration: string): Permission => ({
  deed: 'circulation:write',
  of: { summit, declaration },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

// The gates before the text: what is edited after they were read is seen by their condition.
const find = async ({ table }: House, summit: string, declaration: string): Promise<Found> => {
  const gates = await readGates(table, { summit, declaration });
  const [whole, of, participations, last] = await Promise.all([
    getWholeDeclaration(table, summit, declaration),
    getSummit(table, summit),
    allParticipations(table, summit),
    lastCirculation(table, summit, declaration),
  ]);
  return { gates, whole, summit: of, participations, last };
};

const childrenOf = (
  about: Pick<Asked, 'summit' | 'declaration' | 'circulation' | 'batch'>,
  asked: readonly Pick<Asked, 'organization' | 'printed' | 'capacities'>[],
): Asked[] => asked.map((one) => ({ ...one, ...about, version: 1, told: [], mails: [] }));

const begin = async (house: House, deed: Deed, found: Found, draft: CirculationDraft): Promise<Plan<Circulation>> => {
  const { whole, gates, last } = found;
  const { declaration } = whole;
  mustBeHeld(declaration);
  const after = passed('declaration', declaration, 'circulated', passageOf(deed));
  mustHaveWords(whole);
  const asked = askedOf(found.participations);
  mustAsk(asked);
  const slug = circulationAfter(last);
  const batch = digest(canonical([slug, asked, deed.receipt?.key ?? deed.request])).slice(0, 24);
  const about = { summit: declaration.summit, declaration: declaration.slug };
  // What is wrong with the request is said before anything is written.
  const head = { ...about, slug, rehearsal: declaration.rehearsal, batch, enteredBy: nameOf(deed.caller) };
  const begun = circulate(draft, { ...head, asked: asked.length }, deed.at);
  await writeAsked(house.table, childrenOf({ ...about, circulation: slug, batch }, asked), deed.request);
  const { taken } = await takeVersion(house, deed, whole, { why: 'circulated', summit: found.summit });
  const text = { version: taken.slug, hash: taken.hash };
  const circulation: Circulation = { ...begun, text };
  const change = { words: 'closed', silence: heardUntil(circulation), objections: 0 } as const;
  const raced = () => new Raced();
  return {
    writes: [
      replace(house.table, declarationKind, withVersion(after, taken), deed.request, declaration),
      insert(house.table, textVersionKind, taken, deed.request, raced),
      insert(house.table, circulationKind, circulation, deed.request, raced),
      tell(house.table, { ...about, circulation: slug }, circulation.at, undefined, deed.request),
      ...setGates(house.table, about, gates, { change, holding: ['edits'] }, deed.request),
    ],
    answer: circulation,
    at: circulationKind.key(circulation),
  };
};

/**
 * Sends the text as it stands to everybody who takes part in a capacity that decides: it is adopted unless one of them objects before the deadline.
 * Who is asked and what the text says are written first, and the head last, in one transaction that shuts the words: an edit that passes meanwhile
 * is in the version, or the text is read again. What an interrupted attempt left belongs to no head.
 * Errors: `not-found`, `not-checkable`, `wrong-state` also where nobody would be asked, `invalid` as without a waiver, `unavailable`.
 */
export const circulateDeclaration = (
  house: House,
  deed: Deed,
  summit: string,
  declaration: string,
  draft: CirculationDraft,
): Promise<Circulation> =>
  perform(house, deed, {
    may: circulating(house, summit, declaration),
    read: () => find(house, summit, declaration),
    decide: (found) => begin(house, deed, found, draft),
    again: reading(house, circulationKind),
  });
