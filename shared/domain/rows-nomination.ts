import type { Nomination, NominationDraft } from './nomination.ts';
import { type Column, wholeNumber, words, wordsByLanguage } from './rows.ts';
import { folded, slugOf } from './slug.ts';

/** What the cells of a nomination are read beside: what the names in them stand for. */
export interface NominationSetting {
  /** Answers the slug that a slug or a name stands for. Errors: CellFault. */
  organization: (name: string) => string;
}

type Nominating = Column<NominationSetting>;

const isFor: Nominating = {
  ...words('for', 'The network itself, or one of its members, by its slug or name. Left empty, it is the network.'),
  read: (cell, { organization }) => organization(cell),
};

// A reference code says the session as well as its slug: the address is made from it.
const session: Nominating = {
  ...words('session', 'Where they are to sit, by its reference code. At the desk of a session it goes without saying.'),
  read: (cell) => slugOf(cell) || cell,
};

/** What a table of nominations calls its columns. A row is about whoever has that name and that address, at that session. */
export const nominationColumns: readonly Nominating[] = [
  words('name', 'The name as it is to be printed.'),
  words('email', 'Their e-mail address.'),
  words('language', 'The language in which to write to them: en, fr, es, ar, zh or ru.'),
  words('title', 'The title as it is to be printed.'),
  isFor,
  session,
  words('role', 'moderator, chair, panelist, keynote, discussant or rapporteur; panelist where it is left empty.'),
  wholeNumber('order', 'Their place in the printed order.'),
  wordsByLanguage('biography', 'Who they are.'),
];

/** Whom a row or a nomination is about, at one desk: the same address and name is the same person, and sits at a session once. */
export const nomineeOf = (
  { name, email = '', session: at }: Pick<NominationDraft, 'name' | 'email' | 'session'>,
  desk: Pick<Nomination, 'session'>,
): string => JSON.stringify([email.trim().toLowerCase(), folded(name) || name.trim(), desk.session ?? at ?? '']);
