import { ordered } from '../domain/ordered.ts';
import type { Session } from '../domain/session.ts';
import type { Item, Table } from './client.ts';
import { linkKey, lists, placeIn } from './key.ts';
import { Raced, type Write } from './transact.ts';

/** What the lists of an organization's or a person's sessions say of a session. */
export const sittingOf = ({ summit, slug, reference, title, state, origin, start, end }: Session) => ({
  summit,
  session: slug,
  reference,
  title,
  state,
  origin,
  start,
  end,
});

/** Whether those lists say the same of a session before and after a change. */
export const isTold = (before: Session, after: Session): boolean =>
  JSON.stringify(ordered(sittingOf(before))) === JSON.stringify(ordered(sittingOf(after)));

/** How an organization has to do with a session by itself: it leads, or it is a partner. Panelists bring theirs besides. */
export const rolesIn = ({ lead, partners }: Pick<Session, 'lead' | 'partners'>): Map<string, 'lead' | 'partner'> =>
  new Map([
    ...partners.map(({ organization }) => [organization, 'partner'] as const),
    ...lead.map(({ organization }) => [organization, 'lead'] as const),
  ]);

/**
 * One item per organization and session, in the session's collection and in the organization's list. The role is the session's to write; the
 * panelists are a set that is added to and taken from, so that two panelists of one organization do not meet.
 */
const linkWrite = (
  table: Table,
  session: Session,
  organization: string,
  change: { clause: string; values?: Record<string, unknown> },
  request: string,
): Write => {
  const place = placeIn(lists.sessionsOfOrganization(organization), `${session.summit}#${session.slug}`);
  return {
    action: {
      Update: {
        TableName: table.name,
        Key: linkKey(session.summit, session.slug, organization),
        UpdateExpression: `SET #type = :type, #schema = :one, #version = :one, #request = :request, listPk = :pk, listSk = :sk, card = :card${change.clause}`,
        ExpressionAttributeNames: {
          '#type': 'type',
          '#schema': 'schema',
          '#version': 'version',
          '#request': 'request',
          ...(change.clause.includes('#as') ? { '#as': 'as' } : {}),
        },
        ExpressionAttributeValues: {
          ':type': 'link',
          ':one': 1,
          ':request': request,
          ':pk': place.listPk,
          ':sk': place.listSk,
          ':card': { organization, ...sittingOf(session) },
          ...change.values,
        },
      },
    },
    refuse: () => new Raced(),
  };
};

/**
 * Writes what the session says of its organizations, and renews what their lists say of it, where that has changed since `before`. `linked` are
 * all that its collection links to.
 */
export const linkSession = (
  table: Table,
  session: Session,
  linked: readonly string[],
  request: string,
  before?: Session,
): Write[] => {
  const roles = rolesIn(session);
  const [were, told] = before ? [rolesIn(before), isTold(before, session)] : [new Map<string, string>(), false];
  const isBehind = (organization: string): boolean => !told || were.get(organization) !== roles.get(organization);
  return [...new Set([...linked, ...roles.keys()])].filter(isBehind).map((organization) => {
    const role = roles.get(organization);
    const change = role ? { clause: ', #as = :as', values: { ':as': role } } : { clause: ' REMOVE #as' };
    return linkWrite(table, session, organization, change, request);
  });
};

/** Adds a panelist's organizations to the session's, and takes away those that are no longer theirs. */
export const linkPanelist = (
  table: Table,
  session: Session,
  panelist: string,
  change: { before: readonly { organization: string }[]; after: readonly { organization: string }[] },
  request: string,
): Write[] => {
  const [was, is] = [change.before, change.after].map(
    (named) => new Set(named.map(({ organization }) => organization)),
  ) as [Set<string>, Set<string>];
  const one = { ':panelists': new Set([panelist]) };
  return [
    ...[...is]
      .filter((name) => !was.has(name))
      .map((name) => linkWrite(table, session, name, { clause: ' ADD panelists :panelists', values: one }, request)),
    ...[...was]
      .filter((name) => !is.has(name))
      .map((name) => linkWrite(table, session, name, { clause: ' DELETE panelists :panelists', values: one }, request)),
  ];
};

/** Says which panelists an organization has in a session, from a reading of the whole panel that the tally is held to. */
export const linkPanel = (
  table: Table,
  session: Session,
  organization: string,
  panelists: readonly string[],
  request: string,
): Write =>
  linkWrite(
    table,
    session,
    organization,
    panelists.length > 0
      ? { clause: ', panelists = :panelists', values: { ':panelists': new Set(panelists) } }
      : { clause: ' REMOVE panelists' },
    request,
  );

/** Takes a session out of its organizations' lists. */
export const unlinkSession = (table: Table, { summit, slug }: Session, linked: readonly string[]): Write[] =>
  linked.map((organization) => ({
    action: { Delete: { TableName: table.name, Key: linkKey(summit, slug, organization) } },
    refuse: () => new Raced(),
  }));

/** The organizations that a session's collection links to. */
export const listedOrganizations = (items: readonly Item[]): string[] =>
  items.filter(({ type }) => type === 'link').map(({ card }) => (card as { organization: string }).organization);

/** Those of them that still have to do with it: who left a panel, or is no partner any more, leaves an empty link behind. */
export const linkedOrganizations = (items: readonly Item[]): string[] =>
  listedOrganizations(
    items.filter(({ as, panelists }) => as !== undefined || (panelists as Set<string> | undefined)?.size),
  );

/** Which sessions of a summit an organization leads, by the index: it follows its records a moment later, so whoever decides reads them. */
export const sessionsLedBy = async (table: Table, organization: string, summit: string): Promise<string[]> => {
  const items = await table.all({
    pk: lists.sessionsOfOrganization(organization),
    prefix: `${summit}#`,
    index: 'list',
  });
  return items.filter((item) => item.as === 'lead').map(({ card }) => (card as { session: string }).session);
};
