import type { Released } from './release.ts';
import type { ReleaseChange } from './release-changes.ts';

/** Whom changes concern: the sessions of each person, and of each organization that leads one or is a partner. */
export interface Concerned {
  people: Map<string, string[]>;
  organizations: Map<string, string[]>;
}

// Who was only nominated has not been asked yet, and learns of it when they are.
const wasAsked: ReadonlySet<string> = new Set(['invited', 'no-answer', 'confirmed']);

const add = (to: Map<string, string[]>, who: string, session: string): void => {
  const known = to.get(who) ?? [];
  if (!known.includes(session)) to.set(who, [...known, session]);
};

/** Whom the changes of a release concern: everybody on the panel and in the crew of a changed session, and its organizations. */
export const concernedBy = (
  changes: readonly ReleaseChange[],
  released: ReadonlyMap<string, Pick<Released, 'card' | 'panelists' | 'crew'>>,
): Concerned => {
  const concerned: Concerned = { people: new Map(), organizations: new Map() };
  for (const { session } of changes) {
    const found = released.get(session);
    if (!found) continue;
    for (const { person, state } of Object.values(found.panelists))
      if (wasAsked.has(state)) add(concerned.people, person, session);
    for (const person of Object.values(found.crew)) add(concerned.people, person, session);
    for (const { organization } of [...found.card.lead, ...found.card.partners])
      add(concerned.organizations, organization, session);
  }
  return concerned;
};
