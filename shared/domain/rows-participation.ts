import { type Column, several, words } from './rows.ts';

/** What the cells of a participation are read beside: what the names in them stand for. */
export interface ParticipationSetting {
  /** Answers the slug that a slug or a name stands for. Errors: CellFault. */
  organization: (name: string) => string;
}

type Partaking = Column<ParticipationSetting>;

const organization: Partaking = {
  ...words('organization', 'Who takes part, by their slug or name. A row is about the organization that it names.'),
  read: (cell, { organization: known }) => known(cell),
};

// What a table of participations tells besides, so that it can be pasted back as it was downloaded.
const told = (...names: string[]): Partaking[] =>
  names.map((name) => ({ ...words(name, 'Only told: it is read from the records.'), isOnlyTold: true }));

/** What a table of participations calls its columns. A row is about the organization that it names. */
export const participationColumns: readonly Partaking[] = [
  organization,
  several('capacities', 'host, chair, convenor, participating-member, observer or supporter; several are parted.', [
    'capacities',
  ]),
  words('how', 'on-site, remote or unknown.'),
  words('since', 'Since when, as far as it is known: a day, a month or a year.'),
  words('note', 'What else there is to say.'),
  ...told('printed', 'state', 'kind', 'country', 'within'),
  ...told('population', 'population year', 'population basis', 'population source'),
];
