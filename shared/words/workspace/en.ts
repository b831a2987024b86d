/** What every workspace says. */
export const en = {
  ways: {
    today: 'Today',
    sessions: 'Sessions',
    board: 'Board',
    proposals: 'Proposals',
    releases: 'Releases',
    rooms: 'Rooms',
    tracks: 'Tracks',
    participations: 'Who takes part',
    desks: 'Nomination desks',
    declarations: 'Declarations',
    roles: 'Roles',
    mails: 'Mails',
    rows: 'Paste a table',
    settings: 'The summit',
  },
  save: 'Save',
  cancel: 'Cancel',
  add: 'Add',
  remove: 'Remove',
  open: 'Open',
  none: 'None',
  all: 'All',
  more: 'Show more',
  search: 'Search',
  optional: 'optional',
  saved: 'Saved.',
  problem: 'There is something to put right',
  stale:
    'Somebody else changed this after you opened it. What stands there now is shown at each field that differs; nothing that you typed is lost. Send it again to put yours in its place.',
};

export type WorkspaceWords = typeof en;
