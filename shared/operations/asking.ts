import { within } from '../table/limit.ts';
import { noteAsking } from '../table/asking.ts';
import { type Deed, type House, perform } from './perform.ts';

/** How often one address is asked for in a day. */
export const mostAskings = 5;

/**
 * Asks for a new link to an address. Whether anything goes to it is found out later, by the clock: whoever asks learns nothing from the answer, nor
 * from how long it takes or how often the table is asked. Errors: `too-many-mails`.
 */
export const askAgain = (house: House, deed: Deed, address: string): Promise<object> =>
  perform(house, deed, {
    may: { deed: 'invitation:again' },
    read: async () => undefined,
    decide: () => ({
      writes: [
        within(house.table, { purpose: 'asking', recipient: address, most: mostAskings }, deed.at, deed.request),
        noteAsking(house.table, address, deed.at, deed.request),
      ],
      answer: {},
    }),
  });
