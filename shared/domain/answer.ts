import { DomainError, type FieldError, refuseAll } from './error.ts';
import {
  type AnswerDraft,
  type AnswerKind,
  answered,
  type Given,
  type Invitation,
  isAhead,
  keptOf,
} from './invitation.ts';
import { type Doing, passed } from './lifecycle.ts';
import { canonical } from './ordered.ts';
import type { Panelist } from './panelist.ts';
import { type Person, PersonChange, revisePerson } from './person.ts';
import { draftOf } from './record.ts';
import type { Session } from './session.ts';

/** Everything that an answer is decided from. */
export interface Asked {
  invitation: Invitation;
  panelist: Panelist;
  session: Session;
  person: Person;
}

/** The state that each answer leaves the place in. */
export const stateAfter = { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const;

/** Whether it took place: who sat there, sat there. */
export const hasBeen = ({ state }: Pick<Session, 'state'>): boolean => state === 'held' || state === 'concluded';

/** What can still be answered, as things stand. Nobody is ever held to a place that is still to be taken. */
export const answersLeft = ({ panelist: { state }, session }: Pick<Asked, 'panelist' | 'session'>): AnswerKind[] => {
  if (state === 'confirmed') return hasBeen(session) ? [] : ['withdraw'];
  if (state !== 'invited' && state !== 'no-answer') return [];
  return isAhead(session) ? ['confirm', 'decline'] : ['decline'];
};

const faults = (
  { answer, consent, substitute, corrections, insteadOf }: AnswerDraft,
  { panelist }: Asked,
): FieldError[] => {
  const errors: FieldError[] = [];
  if (answer !== 'confirm' && insteadOf.length > 0)
    errors.push({ pointer: '/insteadOf', detail: 'Leave it out: a place is given up only for one that is confirmed.' });
  if (answer === 'confirm' && substitute)
    errors.push({ pointer: '/substitute', detail: 'Propose somebody else only when declining or withdrawing.' });
  if (answer !== 'confirm' && corrections)
    errors.push({
      pointer: '/corrections',
      detail: 'Leave the corrections out: nothing is printed of who does not come.',
    });
  if (answer !== 'confirm' && consent)
    errors.push({ pointer: '/consent', detail: 'Leave the consent out: nothing is printed of who does not come.' });
  if (consent && panelist.unnamed)
    errors.push({
      pointer: '/consent',
      detail: 'This place stays unnamed. Ask the organizer if the name is to be public.',
    });
  return errors;
};

const told = ({ answer, at, by }: Given) => ({ answer, at, by });

/** What somebody is told whose answer came after another one: where things stand. */
export const alreadyAnswered = ({ panelist: { state }, invitation }: Asked): DomainError => {
  const last = invitation.answers.at(-1);
  return new DomainError(
    'already-answered',
    `This invitation has been answered, and the place is ${state}. Open the link to see what was said; the organizer can help further.`,
    { also: { state, ...(last ? { answered: told(last) } : {}) } },
  );
};

/** Whether this very answer was the last one given. */
export const isRepeated = ({ invitation }: Asked, draft: AnswerDraft): boolean => {
  const last = invitation.answers.at(-1);
  if (!last) return false;
  const { at: _, ...said } = last;
  return canonical(said) === canonical(keptOf(draft));
};

const mayAnswer = (asked: Asked, { answer }: AnswerDraft): void => {
  if (answersLeft(asked).includes(answer)) return;
  const { panelist, session, invitation } = asked;
  if (answer === 'confirm' && !isAhead(session))
    throw new DomainError('wrong-state', `The session is ${session.state}: nobody can confirm a place any more.`, {
      also: { state: panelist.state },
    });
  if (invitation.answers.length > 0) throw alreadyAnswered(asked);
  throw new DomainError(
    'wrong-state',
    `The place is ${panelist.state}, so this cannot be answered any more. Ask the organizer what has changed.`,
    { also: { state: panelist.state } },
  );
};

// The print of this one place; a corrected name is printed too, unless it was printed otherwise on purpose.
const printed = ({ panelist, person }: Asked, { corrections = {} }: AnswerDraft): Panelist => {
  const isOwnName = panelist.printedName === person.name;
  const name = corrections.printedName ?? (isOwnName ? corrections.name : undefined);
  return {
    ...panelist,
    printedName: name ?? panelist.printedName,
    printedTitle: corrections.printedTitle ?? panelist.printedTitle,
  };
};

// What a source reported of somebody stays as it is reported: what they say of it is kept with their answer, for the organizer.
const corrected = ({ person }: Asked, { corrections: { name, biography } = {} }: AnswerDraft): Person => {
  if (person.origin === 'reported' || (!name && !biography)) return person;
  const draft = {
    ...draftOf(PersonChange(), person),
    ...(name ? { name } : {}),
    // One language says nothing against another.
    ...(biography ? { biography: { ...person.biography, ...biography } } : {}),
  };
  return revisePerson(person, draft as PersonChange);
};

/**
 * What an answer makes of the place, of the invitation and of the person. Errors: `invalid`, `already-answered`, `wrong-state`.
 */
export const decideAnswer = (
  asked: Asked,
  draft: AnswerDraft,
  passage: Doing,
): Pick<Asked, 'invitation' | 'panelist' | 'person'> => {
  const errors = faults(draft, asked);
  refuseAll(errors);
  mayAnswer(asked, draft);
  return {
    invitation: answered(asked.invitation, keptOf(draft), passage),
    panelist: passed('panelist', printed(asked, draft), stateAfter[draft.answer], passage),
    person: corrected(asked, draft),
  };
};
