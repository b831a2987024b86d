import type { Panelist } from '../../../shared/domain/panelist.ts';
import { type Read, readOwn } from '../contract.ts';
import { type Planning, readSession, sessionName, sessionRecord, sessionsAt, type WholeSession } from './planned.ts';

/** The place that an address names. */
export const panelistName = ({ asked }: Planning): string => asked.context.req.param('panelist') ?? '';

/** Where a place is reached in the contract. */
export const seatRecord = (here: Planning): string =>
  `${sessionRecord(here, sessionName(here))}/panelists/${panelistName(here)}`;

/** Where a place stands in the workspace, and what is below it. */
export const seatAt = (here: Planning, ...parts: string[]): string =>
  sessionsAt(here, sessionName(here), 'panelists', panelistName(here), ...parts);

/** A place with the session that it is on. */
export interface Seated {
  session: WholeSession;
  seat: Panelist;
  tag: string;
}

export const readSeat = async (here: Planning): Promise<Seated> => {
  const [{ record: session }, { record: seat, tag }]: [Read<WholeSession>, Read<Panelist>] = await Promise.all([
    readSession(here),
    readOwn<Panelist>(here.asked, seatRecord(here)),
  ]);
  return { session, seat, tag };
};
