import type { Erasure, ErasureDraft } from '../domain/erasure.ts';
import { beginErasure } from './erasing.ts';
import type { Deed, House } from './perform.ts';
import { settlePerson } from './settle.ts';

/**
 * Erases what is held on a person: contact details, attributes, mails, receipts, what the trail keeps of them, what they answered; with `names` every
 * printed name, too; and the same of whoever turned out to be them. Roles that were given to their addresses end. Asked for again it is done again.
 * What was begun is finished by the clock. Errors: `not-found`, `wrong-state` for who is of the secretariat.
 */
export const erasePerson = async (house: House, deed: Deed, person: string, draft: ErasureDraft): Promise<Erasure> => {
  const erasure = await beginErasure(house, deed, person, draft);
  await settlePerson(house, person, deed);
  return erasure;
};
