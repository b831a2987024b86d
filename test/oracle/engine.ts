import type { Conflict } from '../../shared/domain/conflict.ts';
import { CrewDraft } from '../../shared/domain/crew.ts';
import { AvailabilityDraft } from '../../shared/domain/availability.ts';
import { ConfirmationDraft, ReplacementDraft } from '../../shared/domain/confirming.ts';
import { DomainError } from '../../shared/domain/error.ts';
import { setAvailability } from '../../shared/operations/availability.ts';
import { confirmPanelist } from '../../shared/operations/confirmation.ts';
import { createCrew, passCrew } from '../../shared/operations/crew.ts';
import { replacePanelist } from '../../shared/operations/replacement.ts';
import { passSession } from '../../shared/operations/session.ts';
import type { Household } from '../door.ts';
import { isOverridden, type OneDeed } from './deed.ts';
import { instantOf, minuteOf } from './pages.ts';
import { type At, type Place, stageOf } from './stage.ts';
import type { Meeting, Part, Sitting, World } from './summit.ts';

// The deeds of a story as real operations, from what the model makes of them: whatever is other in the world afterwards is what is done.

export const reason = { reason: 'The city asked for it.' };

const placeOf = ({ place }: Sitting): Place => ({
  ...(place?.room === undefined ? {} : { room: place.room.split('/')[1] }),
  start: instantOf(place?.from ?? 0),
  end: instantOf(place?.to ?? 0),
});

export const atOf = ({ name }: Sitting): At => {
  const [summit = '', session = ''] = name.split('/');
  return { summit, session };
};

const meetingsIn = ({ summit }: At, conflicts: readonly Conflict[]): Meeting[] =>
  conflicts
    .filter(({ kind }) => kind === 'room-taken' || kind === 'person-taken')
    .map(({ session, by = 'room', with: other, overlap }) => ({
      of: `${summit}/${session}`,
      by,
      with: other ? `${other.summit}/${other.session}` : 'nobody that is named',
      from: minuteOf(overlap?.start ?? ''),
      to: minuteOf(overlap?.end ?? ''),
    }));

/** What differs between two worlds: of each sitting what it was and what it is. */
const changed = (before: World, after: World): [Sitting | undefined, Sitting][] =>
  after.sittings
    .map((is) => [before.sittings.find(({ name }) => name === is.name), is] as [Sitting | undefined, Sitting])
    .filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is));

export const engineOf = (household: Household) => {
  const { deed } = household;
  const { house } = household.door;
  const stage = stageOf(household);

  const moves = async (turns: readonly [Sitting, Sitting][], isAnyway: boolean): Promise<void> => {
    const [[was, is] = [], ...more] = turns;
    if (!was || !is) return;
    if (more.length === 0 && is.place) await stage.place(atOf(is), placeOf(is), isAnyway ? reason : undefined);
    else if (more.length === 0) await stage.takeOff(atOf(is));
    else
      await stage.together(
        atOf(is).summit,
        turns.map(([, one]) => ({
          session: atOf(one).session,
          ...(one.place ? { ...placeOf(one), ...(isAnyway ? { override: reason } : {}) } : { off: true as const }),
        })),
      );
  };

  const confirm = (at: At, panelist: string, isAnyway: boolean) =>
    isAnyway
      ? confirmPanelist(
          house,
          deed(),
          { ...at, panelist },
          ConfirmationDraft().parse({
            by: { name: 'Ilka Verrane', as: 'bearer' },
            how: 'phone',
            at: '2031-02-20T09:00:00Z',
            override: reason,
          }),
        )
      : stage.pass(at, panelist, 'confirmed');

  const join = async (at: At, part: Part): Promise<void> => {
    part.name =
      part.as === 'panel'
        ? await stage.nominate(at, part.person)
        : (
            await createCrew(
              house,
              deed(),
              at.summit,
              at.session,
              CrewDraft().parse({ person: part.person, as: 'technician' }),
            )
          ).slug;
  };

  const leave = (at: At, { name, as }: Part) =>
    as === 'panel'
      ? stage.pass(at, name, 'withdrawn')
      : passCrew(house, deed(), at.summit, at.session, name, { to: 'released' });

  /** Who is new in a sitting is given the name here that the operation gave them. */
  const people = async (was: Sitting, is: Sitting, isAnyway: boolean): Promise<void> => {
    const at = atOf(is);
    const isThere = ({ parts }: Sitting, part: Part): boolean => parts.some(({ name }) => name === part.name);
    const [gone] = was.parts.filter((part) => !isThere(is, part));
    const [fresh] = is.parts.filter((part) => !isThere(was, part));
    const [firmer] = is.parts.filter(
      (part) => part.isFirm && was.parts.some((one) => one.name === part.name && !one.isFirm),
    );
    if (gone && fresh)
      fresh.name = (
        await replacePanelist(
          house,
          deed(),
          { ...at, panelist: gone.name },
          ReplacementDraft().parse({ person: fresh.person }),
        )
      ).slug;
    else if (gone) await leave(at, gone);
    else if (fresh) await join(at, fresh);
    else if (firmer) await confirm(at, firmer.name, isAnyway);
  };

  const guards = async (before: World, after: World): Promise<void> => {
    for (const [nth, hall] of after.halls.entries()) {
      const { name, parallel, changeover, policy } = hall;
      const [summit = '', room = ''] = name.split('/');
      if (JSON.stringify(before.halls[nth]) !== JSON.stringify(hall))
        await stage.changeRoom(summit, room, { parallel, changeover, policy });
    }
    for (const [nth, { name, parallel, policy }] of after.people.entries())
      if (JSON.stringify(before.people[nth]) !== JSON.stringify(after.people[nth]))
        await setAvailability(house, deed({ ifMatch: '*' }), name, AvailabilityDraft().parse({ parallel, policy }));
  };

  const act = async (before: World, after: World, isAnyway: boolean): Promise<void> => {
    await guards(before, after);
    const turns = changed(before, after);
    const fresh = turns.flatMap(([was, is]) => (was ? [] : [is]));
    for (const one of fresh) await stage.session(atOf(one).summit, atOf(one).session);
    const old = turns.flatMap(([was, is]): [Sitting, Sitting][] => (was ? [[was, is]] : []));
    await moves(
      old.filter(([was, is]) => JSON.stringify(was.place) !== JSON.stringify(is.place)),
      isAnyway,
    );
    for (const [was, is] of old) {
      if (is.isCancelled && !was.isCancelled)
        await passSession(house, deed(), atOf(is).summit, atOf(is).session, { to: 'cancelled' });
      await people(was, is, isAnyway);
    }
  };

  return {
    stage,
    /** Does what leads from one world to another; answers what was in the way, or nothing. */
    do: async (before: World, after: World, one: OneDeed): Promise<Meeting[] | undefined> => {
      const [first] = after.sittings;
      try {
        await act(before, after, isOverridden(one));
        return undefined;
      } catch (error) {
        if (!(error instanceof DomainError) || !first) throw error;
        const conflicts = error.also?.conflicts as Conflict[] | undefined;
        if (!conflicts) throw error;
        return meetingsIn(atOf(first), conflicts);
      }
    },
  };
};
