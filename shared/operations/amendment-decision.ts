import type { Amendment } from '../domain/amendment.ts';
import { DomainError, invalid } from '../domain/error.ts';
import { passed } from '../domain/lifecycle.ts';
import type { Received } from '../domain/received.ts';
import { mustBeReceived } from '../domain/receiving.ts';
import { amendmentKind, getAmendment } from '../table/amendment.ts';
import { type DraftedText, getDeclaration, getText } from '../table/declaration.ts';
import { replace } from '../table/item.ts';
import type { Write } from '../table/transact.ts';
import { knowing, type Of, toOrganization } from './amendment.ts';
import { type Deed, type House, next, passageOf, perform, type Plan, reading } from './perform.ts';
import { mustKnow } from './permission.ts';
import { textWrites } from './text-write.ts';

/** What is decided on an amendment. */
export interface Decision {
  to: 'accepted' | 'rejected';
  reason?: string | undefined;
  /** In the authentic language, where it collides with what the text says by now. */
  words?: string | undefined;
}

const answered = async (
  house: House,
  deed: Deed,
  { before, after }: { before: Amendment; after: Amendment },
  decision: 'accepted' | 'rejected' | 'withdrawn',
  more: { writes?: readonly Write[]; isTold?: boolean } = {},
): Promise<Plan<Amendment>> => ({
  writes: [replace(house.table, amendmentKind, after, deed.request, before), ...(more.writes ?? [])],
  mails: more.isTold === false ? [] : await toOrganization(house, after, { kind: 'amendment-decided', decision }),
  answer: next(after),
  at: amendmentKind.key(after),
});

interface Found {
  text: DraftedText;
  amendment: Amendment;
}

// What merges words is loaded when somebody accepts some.
const accept = async (
  house: House,
  deed: Deed,
  { text, amendment }: Found,
  { reason, words }: Decision,
): Promise<Plan<Amendment>> => {
  const { accepted, enacted, mayEnterText, takenFrom } = await import('../domain/amendment-decision.ts');
  const { standsIn } = await import('../domain/amendment-standing.ts');
  const { declaration, paragraphs } = text;
  const doing = passageOf(deed, reason);
  passed('amendment', amendment, 'accepted', doing);
  mayEnterText(declaration);
  const stands = standsIn(amendment, paragraphs);
  const taken = takenFrom(amendment, stands, words);
  const { edits, paragraph } = enacted(text, amendment, stands, taken, { doing, newId: () => house.newId() });
  return answered(house, deed, { before: amendment, after: accepted(amendment, taken, paragraph, doing) }, 'accepted', {
    writes: await textWrites(house, deed, text, edits),
  });
};

const reject = async (
  house: House,
  deed: Deed,
  { amendment }: Found,
  { reason, words }: Decision,
): Promise<Plan<Amendment>> => {
  const { rejected } = await import('../domain/amendment-decision.ts');
  const faults = [
    ...(reason === undefined
      ? [{ pointer: '/reason', detail: 'Say why it is rejected: the organization is told.' }]
      : []),
    ...(words === undefined ? [] : [{ pointer: '/words', detail: 'Leave the words out: the text stays as it is.' }]),
  ];
  if (faults.length > 0) throw invalid(faults);
  return answered(house, deed, { before: amendment, after: rejected(amendment, passageOf(deed, reason)) }, 'rejected');
};

/**
 * Decides on an amendment. Accepted, it changes the text in the same transaction: the paragraph from the version that was read, through the gate of
 * the words; whoever was overtaken by an edit or by another amendment decides again on what the text says then. All other amendments stay as they
 * are: how they stand follows from the text. Errors: `not-found`, `wrong-state` (decided already; collides, or its paragraph is gone), `text-closed`
 * while the text is circulated or frozen, `invalid`, `unavailable`.
 */
export const decideAmendment = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  decision: Decision,
): Promise<Amendment> => {
  const { table } = house;
  return perform(house, deed, {
    may: { deed: 'amendment:decide', of, knows: () => knowing(house, of) },
    read: async (): Promise<Found> => {
      const [text, amendment] = await Promise.all([
        getText(table, of.summit, of.declaration),
        getAmendment(table, of.summit, of.declaration, slug),
      ]);
      return { text, amendment };
    },
    decide: (found) =>
      decision.to === 'accepted' ? accept(house, deed, found, decision) : reject(house, deed, found, decision),
    again: reading(house, amendmentKind),
  });
};

/**
 * Withdraws an amendment, for its organization: by its delegate, or as it arrived, by an organizer; then the organization is told.
 * Errors: `not-found`, `wrong-state`, `invalid`.
 */
export const withdrawAmendment = (
  house: House,
  deed: Deed,
  of: Of,
  slug: string,
  { to, reason, received }: { to: Amendment['state']; reason?: string | undefined; received?: Received | undefined },
): Promise<Amendment> => {
  const { table } = house;
  return perform(house, deed, {
    may: {
      deed: 'amendment:write',
      of: (found: { amendment: Amendment } | undefined) => ({ ...of, organization: found?.amendment.organization }),
      knows: () => knowing(house, of),
    },
    read: async () => {
      const [declaration, amendment] = await Promise.all([
        getDeclaration(table, of.summit, of.declaration),
        getAmendment(table, of.summit, of.declaration, slug),
      ]);
      return { declaration, amendment };
    },
    decide: ({ declaration, amendment }) => {
      mustKnow(deed.caller, 'declaration', declaration);
      const after = passed('amendment', amendment, to, passageOf(deed, reason));
      if (to !== 'withdrawn')
        throw new DomainError(
          'wrong-state',
          'An amendment is accepted or rejected at its decision; here it is withdrawn.',
        );
      mustBeReceived(deed.caller, amendment, received, deed.at);
      return answered(house, deed, { before: amendment, after }, 'withdrawn', { isTold: received !== undefined });
    },
    again: reading(house, amendmentKind),
  });
};
