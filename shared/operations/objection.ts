import { nameOf } from '../domain/access.ts';
import type { Asked } from '../domain/asked.ts';
import type { Circulation } from '../domain/circulation.ts';
import type { Dissociation } from '../domain/dissociation.ts';
import { DomainError, invalid, refuseAll } from '../domain/error.ts';
import type { Letter } from '../domain/letter.ts';
import { passed } from '../domain/lifecycle.ts';
import { mustBeFirst, type Objection, type ObjectionDraft, statementSlug, stops } from '../domain/objection.ts';
import { mustBeReceived } from '../domain/receiving.ts';
import { heardUntil, isUndecided } from '../domain/silence.ts';
import { askedOften } from '../table/asked.ts';
import { lastCirculation } from '../table/circulation.ts';
import { getDeclaration } from '../table/declaration.ts';
import { allDissociations, dissociationKind } from '../table/dissociation.ts';
import { throughSilence } from '../table/gate.ts';
import { save } from '../table/item.ts';
import { allObjections, objectionKind } from '../table/objection.ts';
import { getTextVersion, readBody } from '../table/text-version.ts';
import type { Write } from '../table/transact.ts';
import { mustBeHeld } from './freezing.ts';
import { type Deed, type House, passageOf, perform, type Plan } from './perform.ts';
import { mustKnow, type Permission } from './permission.ts';
import { recipientsOf } from './recipient.ts';

/** Which declaration's. */
export interface Of {
  summit: string;
  declaration: string;
}

/** What an organization said: in time, or too late to stop it. */
export type Statement = ({ kind: 'objection' } & Objection) | ({ kind: 'dissociation' } & Dissociation);

interface Found {
  circulation: Circulation | undefined;
  asked: Asked[];
  objections: Objection[];
  dissociations: Dissociation[];
}

const objecting = ({ table }: House, { summit, declaration }: Of, organization: string): Permission => ({
  deed: 'objection:write',
  of: { summit, declaration, organization },
  knows: () => [['declaration', getDeclaration(table, summit, declaration)]],
});

const current = ({ circulation }: Found, wanted: string | undefined): Circulation => {
  if (!circulation)
    throw new DomainError(
      'wrong-state',
      'The declaration has not been circulated, so there is nothing to object to yet.',
    );
  if (wanted !== undefined && wanted !== circulation.slug)
    throw new DomainError(
      'silence-over',
      `Circulation ${wanted} is over: the last one is ${circulation.slug}. Read that, and object to it where you still do.`,
      { also: { circulation: circulation.slug } },
    );
  return circulation;
};

const askedFor = ({ asked }: Found, { batch }: Circulation, organization: string): Asked => {
  const found = asked.find((one) => one.batch === batch);
  if (found) return found;
  throw invalid([
    {
      pointer: '/organization',
      detail: `Name an organization that was asked: this circulation did not go to ${organization}. Who takes part as host, chair, convenor or participating member is asked in the next one.`,
    },
  ]);
};

/** Refuses what is about paragraphs that the circulated text does not have. It is read only where some are named. */
const mustBeAbout = async (
  { table }: House,
  { summit, declaration, text }: Circulation,
  named: readonly string[] = [],
): Promise<void> => {
  if (named.length === 0) return;
  const { paragraphs } = await readBody(table, await getTextVersion(table, summit, declaration, text.version));
  const ids = new Set(paragraphs.map(({ slug }) => slug));
  refuseAll(
    named.flatMap((id, at) =>
      ids.has(id)
        ? []
        : [{ pointer: `/paragraphs/${at}`, detail: `Leave it out: the circulated text has no paragraph "${id}".` }],
    ),
  );
};

// It was entered for them: they are told, so that they can say that it was not theirs.
const toldOf = async ({ table }: House, statement: Statement, { rehearsal }: Circulation): Promise<Letter[]> => {
  const { kind, summit, declaration, circulation, organization, slug, received } = statement;
  if (!received) return [];
  const about = { rehearsal, summit, declaration, circulation, organization, statement: slug, as: kind };
  const addressees = await recipientsOf(table, summit, organization);
  return addressees.map((addressee) => ({ ...addressee, ...about, kind: 'objection-entered' }));
};

const objected = (
  deed: Deed,
  draft: ObjectionDraft,
  circulation: Circulation,
  { printed }: Asked,
): Omit<Objection, 'state'> => {
  const { circulation: _, as: __, ...said } = draft;
  const { summit, declaration, slug } = circulation;
  return {
    ...said,
    slug: statementSlug(draft.organization, slug),
    version: 1,
    summit,
    declaration,
    circulation: slug,
    printed,
    at: deed.at.toISOString(),
    enteredBy: nameOf(deed.caller),
  };
};

const again = (before: Objection | undefined, deed: Deed): Pick<Objection, 'state' | 'history'> => {
  if (!before) return { state: 'open' };
  const { state, history } = passed('objection', before, 'open', passageOf(deed));
  return { state, history };
};

const object = async (
  house: House,
  deed: Deed,
  of: Of,
  found: Found,
  draft: ObjectionDraft,
): Promise<Plan<Statement>> => {
  const { table } = house;
  const { organization, received } = draft;
  const circulation = current(found, draft.circulation);
  mustBeReceived(deed.caller, { organization, summit: of.summit }, received, deed.at);
  const asked = askedFor(found, circulation, organization);
  await mustBeAbout(house, circulation, draft.paragraphs);
  const isHere = (one: { circulation: string }): boolean => one.circulation === circulation.slug;
  const [before, late] = [found.objections.find(isHere), found.dissociations.find(isHere)];
  const address = `/api/v1/summits/${of.summit}/declarations/${of.declaration}`;
  mustBeFirst(before, `${address}/objections`);
  const inTime = stops(circulation, received, deed.at) && draft.as === 'objection';
  const said = objected(deed, draft, circulation, asked);
  // Passing through the gate holds what is written to the deadline that it was judged by; of what is decided nothing changes any more.
  const gate = (by: 1 | 0): Write[] =>
    isUndecided(circulation)
      ? [throughSilence(table, of, organization, heardUntil(circulation), by, deed.request)]
      : [];
  if (inTime) {
    const objection: Objection = { ...said, ...again(before, deed) };
    const answer: Statement = { kind: 'objection', ...objection, version: (before?.version ?? 0) + 1 };
    return {
      writes: [save(table, objectionKind, { before, after: objection }, deed.request), ...gate(1)],
      answer,
      mails: await toldOf(house, answer, circulation),
    };
  }
  mustBeFirst(late, `${address}/dissociations`);
  // One that was withdrawn is said anew.
  const dissociation: Dissociation = { ...said, state: 'recorded', history: late?.history };
  const answer: Statement = { kind: 'dissociation', ...dissociation, version: (late?.version ?? 0) + 1 };
  return {
    writes: [save(table, dissociationKind, { before: late, after: dissociation }, deed.request), ...gate(0)],
    answer,
    mails: await toldOf(house, answer, circulation),
  };
};

/**
 * Records what an organization says against the text of the last circulation: an objection, which stops silence, where it came before the deadline
 * and nothing is decided; else a dissociation. The gateway's stamp decides, to the millisecond; for what an organizer enters, when it arrived. The
 * gate of the organization holds the write to the very deadline that it was judged by, so that whoever is overtaken by an extension, a suspension,
 * a recall or the decision is judged again. Errors: `not-found`, `wrong-state`, `silence-over`, `already-recorded`, `invalid` also for who was not asked,
 * `unavailable`.
 */
export const sayAgainst = (house: House, deed: Deed, of: Of, draft: ObjectionDraft): Promise<Statement> => {
  const { table } = house;
  const { summit, declaration } = of;
  const { organization } = draft;
  return perform(house, deed, {
    may: objecting(house, of, organization),
    read: async (): Promise<Found> => {
      const [head, circulation, asked, objections, dissociations] = await Promise.all([
        getDeclaration(table, summit, declaration),
        lastCirculation(table, summit, declaration),
        askedOften(table, summit, declaration, organization),
        allObjections(table, summit, declaration, organization),
        allDissociations(table, summit, declaration, organization),
      ]);
      // Who speaks for an organization may object, and yet not know of what is still being drafted.
      mustKnow(deed.caller, 'declaration', head);
      mustBeHeld(head);
      return { circulation, asked, objections, dissociations };
    },
    decide: (found) => object(house, deed, of, found, draft),
  });
};
