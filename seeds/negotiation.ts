import { AmendmentDraft } from '../shared/domain/amendment.ts';
import { CirculationDraft } from '../shared/domain/circulation.ts';
import { ObjectionDraft } from '../shared/domain/objection.ts';
import { numbered } from '../shared/domain/paragraph.ts';
import type { Instant } from '../shared/domain/when.ts';
import { createAmendment } from '../shared/operations/amendment.ts';
import { decideAmendment } from '../shared/operations/amendment-decision.ts';
import { recordUnreached } from '../shared/operations/asked.ts';
import { circulateDeclaration } from '../shared/operations/circulation.ts';
import { decideCirculations } from '../shared/operations/decision.ts';
import { sayAgainst } from '../shared/operations/objection.ts';
import type { House } from '../shared/operations/perform.ts';
import { reopenDeclaration } from '../shared/operations/silence.ts';
import { askedIn } from '../shared/table/asked.ts';
import { getCirculation } from '../shared/table/circulation.ts';
import { getDeclaration, getWholeDeclaration } from '../shared/table/declaration.ts';
import { findRecord } from '../shared/table/item.ts';
import * as at from '../shared/table/key.ts';
import { amendmentKind } from '../shared/table/amendment.ts';
import { idOf, type Step } from './seed.ts';
import { lies, type Written } from './step.ts';

/** Which declaration. */
export interface Text {
  summit: string;
  declaration: string;
}

/** A draft, and when it is played. */
export type Played<D> = D & { played: Instant };

const key = ({ summit, declaration }: Text) => [summit, declaration] as const;

export const circulation = (
  text: Text,
  slug: string,
  { played, ...draft }: Played<Written<typeof CirculationDraft>>,
): Step => ({
  name: `circulation ${text.declaration} ${slug}`,
  adds: 'circulation',
  at: played,
  isDone: lies(at.circulationKey(...key(text), slug)),
  act: (house, deed) => circulateDeclaration(house, deed, ...key(text), CirculationDraft().parse(draft)),
});

/** The paper was handed out in the hall: an organizer notes it of everybody who was asked. */
export const handedOut = (text: Text, slug: string, organization: string, played: Instant, reason: string): Step => ({
  name: `asked ${text.declaration} ${slug} ${organization}`,
  at: played,
  isDone: async (table) => {
    const found = await askedIn(table, await getCirculation(table, ...key(text), slug));
    return found.find((one) => one.organization === organization)?.reachedOtherwise !== undefined;
  },
  act: (house, deed) =>
    recordUnreached(house, deed, { ...text, circulation: slug }, { organization, reason, at: played }),
});

export const objection = (
  text: Text,
  slug: string,
  { played, ...draft }: Played<Written<typeof ObjectionDraft>>,
): Step => ({
  name: `objection ${text.declaration} ${slug} ${draft.organization}`,
  adds: 'objection',
  at: played,
  isDone: lies(at.objectionKey(...key(text), `${draft.organization}-${slug}`)),
  act: (house, deed) => sayAgainst(house, deed, text, ObjectionDraft().parse(draft)),
});

/** The clock, at a time when the deadline has been past for a while. */
export const decided = (text: Text, slug: string, played: Instant): Step => ({
  name: `decision ${text.declaration} ${slug}`,
  at: played,
  isDone: async (table) => (await getCirculation(table, ...key(text), slug)).decided !== undefined,
  act: (house) => decideCirculations(house, new Date(played)),
});

export const reopened = (text: Text, played: Instant, reason: string): Step => ({
  name: `declaration ${text.declaration} taken up again`,
  at: played,
  isDone: async (table) =>
    (await getDeclaration(table, ...key(text))).history?.some(
      ({ from, to }) => from === 'objected' && to === 'drafting',
    ) ?? false,
  act: (house, deed) => reopenDeclaration(house, deed, ...key(text), reason),
});

/** The id of the paragraph that is printed under a number. */
export const paragraphAt = async ({ table }: House, text: Text, number: number): Promise<string> => {
  const { paragraphs } = await getWholeDeclaration(table, ...key(text));
  const found = numbered(paragraphs.filter(({ gone }) => !gone)).find((paragraph) => paragraph.number === number);
  if (!found) throw new Error(`The text has no paragraph ${number}.`);
  return found.slug;
};

const amendmentStep = ({ declaration }: Text, name: string): string => `amendment ${declaration} ${name}`;

export const amendment = (
  text: Text,
  name: string,
  { played, number, ...draft }: Played<Omit<Written<typeof AmendmentDraft>, 'paragraph'>> & { number: number },
): Step => ({
  name: amendmentStep(text, name),
  adds: 'amendment',
  at: played,
  isDone: lies(at.amendmentKey(...key(text), idOf(text.summit, amendmentStep(text, name)))),
  act: async (house, deed) => {
    const paragraph = await paragraphAt(house, text, number);
    return createAmendment(house, deed, text, AmendmentDraft().parse({ ...draft, paragraph }));
  },
});

export const accepted = (text: Text, name: string, played: Instant, reason: string): Step => {
  const slug = idOf(text.summit, amendmentStep(text, name));
  return {
    name: `${amendmentStep(text, name)} accepted`,
    at: played,
    isDone: async (table) =>
      (await findRecord(table, amendmentKind, at.amendmentKey(...key(text), slug)))?.state !== 'proposed',
    act: (house, deed) => decideAmendment(house, deed, text, slug, { to: 'accepted', reason }),
  };
};
