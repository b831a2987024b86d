import * as z from 'zod';
import { type Consent, withdrawn } from './consent.ts';
import type { Crew } from './crew.ts';
import type { Invitation } from './invitation.ts';
import { type Doing, passed, type Passage } from './lifecycle.ts';
import type { Nomination } from './nomination.ts';
import { once } from './once.ts';
import { sourcesWithout } from './origin.ts';
import type { Panelist } from './panelist.ts';
import type { Person } from './person.ts';
import type { Role } from './role.ts';
import type { Signing } from './signing.ts';
import { limits, line } from './text.ts';

/** What is asked of an erasure. */
export const ErasureDraft = once(() =>
  z.strictObject({
    names: z
      .boolean()
      .default(false)
      .meta({ description: 'Every printed name with it, where the consent to that is withdrawn too.' }),
    reason: line(limits.line).meta({ description: 'Why. It stays: give no name in it.' }),
  }),
);
export type ErasureDraft = z.output<ReturnType<typeof ErasureDraft>>;

/** What an erasure has come to. */
export const Erasure = once(() =>
  z.object({
    person: z.string(),
    names: z.boolean().meta({ description: 'Every printed name with it.' }),
    reason: z.string(),
    since: z.string().meta({ description: 'When it was asked for.' }),
    state: z
      .enum(['erasing', 'erased'])
      .meta({ description: 'It is looked through once more a minute later; then it is "erased".' }),
  }),
);
export type Erasure = z.output<ReturnType<typeof Erasure>>;

/** What stands where a name stood, in any language. */
export const nobody = '—';

// Words that somebody typed may say anything, the name too.
const wordless = (history: readonly Passage[] | undefined): Passage[] | undefined =>
  history?.map(({ reason: _, ...passage }) => passage);

/** A person without a name. Errors: `wrong-state` for one who is erased already. */
export const erasedPerson = (person: Person, doing: Doing): Person => {
  const { biography: _, ...rest } = passed('person', person, 'erased', doing);
  return {
    ...rest,
    name: nobody,
    sources: [],
    corrections: [],
    history: wordless(rest.history),
    named: false,
    withheld: true,
  };
};

/** Who confirmed a place, without their name: that somebody did, and how, stays. */
export const bareConfirmation = (panelist: Panelist): Panelist => {
  if (!panelist.confirmation) return panelist;
  const { document: _, ...confirmation } = panelist.confirmation;
  return { ...panelist, confirmation: { ...confirmation, by: { ...confirmation.by, name: nobody } } };
};

/** A place in a crew without words that somebody typed; whose it is says only an id, and the time stays taken until they are released. */
export const erasedCrew = ({ note: _, ...crew }: Crew): Crew => ({ ...crew, history: wordless(crew.history) });

/** A place without the name of who sat there: that somebody did, in what role and for whom, stays. */
export const erasedPanelist = (panelist: Panelist): Panelist => {
  const { printedTitle: _, ...rest } = bareConfirmation(panelist);
  return {
    ...rest,
    printedName: nobody,
    // What is said of somebody who was erased before is clean already.
    sources:
      panelist.printedName === nobody ? panelist.sources : sourcesWithout(panelist.sources, panelist.printedName),
    corrections: [],
    history: wordless(panelist.history),
    overridden: panelist.overridden?.map((one) => ({ ...one, reason: nobody })),
    named: false,
  };
};

/** That somebody consented, without the words; withdrawn where the names go, too. */
export const bareConsent = (consent: Consent, names: boolean, doing: Doing): Consent => {
  const { office: _, how: __, ...rest } = consent;
  const bare = { ...rest, history: wordless(rest.history) };
  return names && bare.state === 'given' ? withdrawn(bare, doing) : bare;
};

/** A nomination without an address, and without the name where names go, too. */
export const erasedNomination = (nomination: Nomination, names: boolean): Nomination => {
  const { email: _, language: __, title, biography, ...rest } = nomination;
  const history = wordless(rest.history);
  return names ? { ...rest, name: nobody, history } : { ...rest, title, biography, history };
};

/** What was asked of a panelist, and that there was an answer: not its words, nor who typed them. */
export const erasedInvitation = (invitation: Invitation): Invitation => ({
  ...invitation,
  history: wordless(invitation.history),
  answers: invitation.answers.map(({ answer, by, consent, at }) => ({
    answer,
    by: { ...by, name: nobody },
    consent,
    at,
  })),
});

/** Whether somebody acts for the secretariat in this role: it is taken away first, and by somebody else, so that one of them always remains. */
export const isSecretariats = ({ role, state }: Role): boolean => role === 'secretariat' && state === 'held';

/** A signature that is asked for by link, without whom it was sent to: what is not signed yet is revoked, because nobody can sign it any more. */
export const erasedSigning = (signing: Signing, doing: Doing): Signing => {
  const isOver = signing.state === 'signed' || signing.state === 'revoked';
  const {
    office: _,
    signatory: __,
    prepared,
    ...rest
  } = isOver ? signing : passed('signing', signing, 'revoked', doing);
  return { ...rest, ...(isOver ? { prepared } : {}), history: wordless(rest.history) };
};

/** A role that was given to an address, without it: it has ended, because nobody can be told whose it was. */
export const erasedRole = (role: Role, doing: Doing): Role => {
  const { email: _, ...rest } = role.state === 'ended' ? role : passed('role', role, 'ended', doing);
  return { ...rest, history: wordless(rest.history) };
};
