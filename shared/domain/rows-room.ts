import { type Column, wholeNumber, words, wordsByLanguage } from './rows.ts';

/** What a table of rooms calls its columns. A row is about the room of its slug; without one, of its name. */
export const roomColumns: readonly Column[] = [
  words('slug', 'Its name in the address. Left empty, the row is about the room of that name, or a new one.'),
  wordsByLanguage('name', 'What it is called.'),
  wholeNumber('capacity', 'People.'),
  wholeNumber('podium seats', 'Seats on the podium.', 'podiumSeats'),
  wholeNumber('booths', 'Booths for interpreters.'),
  wholeNumber('changeover', 'Minutes kept free between two sessions.'),
  wholeNumber('parallel', 'How many sessions at once.'),
];
