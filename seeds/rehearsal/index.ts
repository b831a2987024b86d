import type { Seed } from '../seed.ts';
import { negotiated } from './adoption.ts';
import { rehearsalDeclaration } from './declaration.ts';
import { allFiled, draftings } from './outcomes.ts';
import {
  concluded,
  confirmations,
  gathering,
  hall,
  invitations,
  seats,
  sessions,
  strand,
  untilAccepted,
  untilHeld,
} from './programme.ts';
import { followed } from './signing.ts';
import { attendances, contacts, organizations, participations, persons } from './register.ts';

/** VC-D 12 with invented names, passed through every state that it has until its outcomes are a declaration that is adopted, signed and delivered. */
export const rehearsal: Seed = {
  name: 'rehearsal',
  waves: [
    [gathering, ...organizations, ...persons],
    [strand, hall, ...participations, ...contacts],
    [...sessions, ...attendances],
    ...untilAccepted,
    seats,
    invitations,
    confirmations,
    ...untilHeld,
    ...draftings,
    allFiled,
    concluded,
    [{ ...rehearsalDeclaration, at: '2025-03-13T17:00:00Z' }],
    ...negotiated,
    ...followed,
  ],
};
