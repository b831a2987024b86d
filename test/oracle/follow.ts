import { aWorld, editOf, isOverridden, type OneDeed } from './deed.ts';
import { byRules, calendarIn, type Pages, type Rules } from './pages.ts';
import { calendarOf, judged, type Meeting } from './summit.ts';

const lines = (meetings: readonly Meeting[]): string[] =>
  meetings.map((one) => `${one.of} (${one.by}) meets ${one.with} from ${one.from} to ${one.to}`).sort();

const inOrder = (calendar: ReadonlyMap<string, string[]>): [string, string[]][] =>
  [...calendar].sort(([a], [b]) => (a < b ? -1 : 1));

const differ = (what: string, isHere: unknown, shouldBe: unknown): string | undefined =>
  JSON.stringify(isHere) === JSON.stringify(shouldBe)
    ? undefined
    : `${what}: the rules say ${JSON.stringify(isHere)}, the model ${JSON.stringify(shouldBe)}`;

/** What happened in a story: how many deeds were done, refused, or had nothing to be done to. */
export interface Told {
  done: number;
  refused: number;
  nothing: number;
}

/** Follows a story in the rules and in the model at once. Answers where they first differ, or nothing. */
export const follow = (rules: Rules, deeds: readonly OneDeed[], told: Told): string | undefined => {
  let world = aWorld();
  let pages: Pages = new Map();
  for (const [at, deed] of deeds.entries()) {
    const edit = editOf(world, deed, `x${at}`);
    if (!edit) {
      told.nothing += 1;
      continue;
    }
    const after = structuredClone(world);
    edit(after);
    const here = byRules(rules, pages, world, after, isOverridden(deed));
    const there = judged(world, after, isOverridden(deed));
    const difference =
      differ('refused', here.isRefused, there.isRefused) ??
      differ('in the way', lines(here.meetings), lines(there.meetings)) ??
      differ('closed', here.closed.toSorted(), there.closed.toSorted());
    if (difference) return `deed ${at}, ${difference}`;
    told[there.isRefused ? 'refused' : 'done'] += 1;
    ({ world } = there);
    ({ pages } = here);
  }
  return differ('the pages at the end', inOrder(calendarIn(pages.values())), inOrder(calendarOf(world)));
};
