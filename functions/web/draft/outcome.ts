import { type Outcome, outcomeRef } from '../../../shared/domain/outcome.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { bySlug } from '../../../shared/domain/slug.ts';
import { sourcesOf } from '../../../shared/domain/source.ts';
import { findOutcomes, listedOutcomes } from '../../../shared/table/outcome.ts';
import { findSessions } from '../../../shared/table/session.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Asked } from '../page.ts';
import { queried, type Room } from './room.ts';

/** An outcome, and where it is in the text: in which paragraphs, or why in none. */
export interface Told {
  ref: string;
  outcome: Outcome;
  paragraphs: readonly string[];
  reason: string | undefined;
}

/** What came out of a summit's sessions and is filed, in their order: filed outcomes are everybody's. */
export const filedOutcomes = async (asked: Asked, summit: string): Promise<Outcome[]> => {
  const { table } = asked.site.house;
  const found = await findOutcomes(table, summit, await listedOutcomes(table, summit));
  return found
    .filter(({ state }) => state === 'filed')
    .toSorted((a, b) => bySlug(a.session, b.session) || Number(a.slug) - Number(b.slug));
};

/** The sessions that outcomes are of, by slug. */
export const sessionsOf = (asked: Asked, summit: string, outcomes: readonly Outcome[]): Promise<Map<string, Session>> =>
  findSessions(asked.site.house.table, summit, [...new Set(outcomes.map(({ session }) => session))]);

/** What a session is called in a list. */
export const sessionCalled = (sessions: ReadonlyMap<string, Session>, slug: string, language: string): string => {
  const found = sessions.get(slug);
  return found ? [found.reference, inLanguage(found.title, language)].filter(Boolean).join(' · ') : slug;
};

const whereabouts = ({ paragraphs }: Room): Map<string, string[]> => {
  const there = new Map<string, string[]>();
  for (const paragraph of paragraphs)
    for (const { source } of sourcesOf(paragraph))
      if (source.kind === 'outcome') {
        const ref = `${source.session}/${source.outcome}`;
        there.set(ref, [...(there.get(ref) ?? []), paragraph.slug]);
      }
  return there;
};

/** Every filed outcome with where it is in the text. */
export const toldOutcomes = async (room: Room): Promise<Told[]> => {
  const there = whereabouts(room);
  const reasons = new Map(
    (room.declaration.leftOutOutcomes ?? [])
      // That it was not among those that were chosen at first is no reason that anybody gave.
      .filter(({ because }) => because === undefined)
      .map(({ session, outcome, reason }) => [`${session}/${outcome}`, reason]),
  );
  return (await filedOutcomes(room.asked, room.summit.slug)).map((outcome) => {
    const ref = outcomeRef(outcome);
    return { ref, outcome, paragraphs: there.get(ref) ?? [], reason: there.has(ref) ? undefined : reasons.get(ref) };
  });
};

/** The outcomes that were chosen in the tray. */
export const chosenOutcomes = async (room: Room): Promise<Outcome[]> => {
  const chosen = new Set(queried(room.asked, 'outcome'));
  const found = await findOutcomes(
    room.asked.site.house.table,
    room.summit.slug,
    [...chosen].flatMap((ref) => {
      const [session = '', outcome = ''] = ref.split('/');
      return session && outcome ? [{ session, outcome }] : [];
    }),
  );
  return found.filter(({ state }) => state === 'filed');
};
