import type { Opening } from '../../../shared/domain/paragraph.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import { canonical } from '../../../shared/domain/ordered.ts';
import { send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { Said } from '../said.tsx';
import type { DeedForm } from './deed.tsx';
import { chosenOutcomes } from './outcome.ts';
import { paragraphOptions } from './paragraph.tsx';
import { paragraphIn, type Room, tagOf } from './room.ts';
import { typedFrom, WordingFields, wordingFrom } from './wording.tsx';

const openingOf: Record<Outcome['type'], Opening> = {
  practice: 'take-note-of',
  'key-message': 'underline',
  recommendation: 'recommend',
  commitment: 'commit-to',
  ask: 'call-upon',
};

const Chosen = ({ room: { words, asked }, outcomes }: { room: Room; outcomes: readonly Outcome[] }) => (
  <section class="stack close">
    <h2>{words.compose.chosen}</h2>
    {outcomes.length === 0 ? <p class="note bad">{words.compose.nothing}</p> : null}
    <ul class="list">
      {outcomes.map((one) => (
        <li>
          <span class="tag plain">{words.outcomes[one.type]}</span> <Said text={one.text} language={asked.language} />{' '}
          <span class="minor">
            {one.session}, {one.slug}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

const addresseesOf = (outcomes: readonly Outcome[]): Text[] => [
  ...new Map(
    outcomes.flatMap(({ addressee }) => (addressee ? [[canonical(addressee), addressee] as const] : [])),
  ).values(),
];

const begun = ({ declaration: { language } }: Room, outcomes: readonly Outcome[]): Record<string, string> => {
  const types = new Set(outcomes.map(({ type }) => type));
  const [first] = outcomes;
  const opening = types.size === 1 && first ? openingOf[first.type] : undefined;
  return typedFrom(
    {
      opening,
      addressees: opening === 'call-upon' ? addresseesOf(outcomes) : [],
      text: { [language]: outcomes.map(({ text }) => text[language] ?? inLanguage(text, language)).join('\n') },
      points: [],
    },
    language,
  );
};

const sourcesOf = (room: Room, outcomes: readonly Outcome[], text: string | undefined): object[] =>
  outcomes.map(({ session, slug: outcome, text: said }) => ({
    kind: 'outcome',
    session,
    outcome,
    relation:
      outcomes.length > 1 ? 'merged' : said[room.declaration.language] === text?.trim() ? 'verbatim' : 'derived',
  }));

/** Several outcomes become one paragraph, whose words are written here. */
export const composeForm: DeedForm<Outcome[]> = {
  path: '/outcomes/compose',
  may: 'text:write',
  part: 'outcomes',
  read: chosenOutcomes,
  title: ({ words }) => words.compose.title,
  lead: (room, outcomes) => <Chosen room={room} outcomes={outcomes} />,
  begins: (room, outcomes) => ({ ...begun(room, outcomes), after: '' }),
  fields: (room, _, shown) => (
    <>
      <WordingFields room={room} shown={shown} part="operative" />
      <Select
        name="after"
        label={room.words.paragraph.after}
        options={paragraphOptions(room, ({ part }) => part === 'operative')}
        none={room.words.paragraph.atEnd}
        shown={shown}
      />
    </>
  ),
  button: ({ words }) => words.compose.button,
  send: async (room, form, { key }, outcomes) => {
    const { asked, record, declaration } = room;
    const body = {
      ...wordingFrom(form, declaration.language),
      ...(form.after ? { after: form.after } : { part: 'operative' }),
      sources: sourcesOf(room, outcomes, form.text),
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/paragraphs`,
      body,
      key,
    });
    return `?done=composed#${made.slug}`;
  },
};

/** Outcomes become sources of a paragraph that is there. */
export const joinForm: DeedForm<Outcome[]> = {
  path: '/outcomes/join',
  may: 'text:write',
  part: 'outcomes',
  read: chosenOutcomes,
  title: ({ words }) => words.join.title,
  lead: (room, outcomes) => <Chosen room={room} outcomes={outcomes} />,
  begins: () => ({ paragraph: '', relation: 'merged' }),
  fields: (room, _, shown) => (
    <>
      <Select
        name="paragraph"
        label={room.words.join.paragraph}
        options={paragraphOptions(room)}
        none={room.words.choose}
        shown={shown}
      />
      <Select
        name="relation"
        label={room.words.source.relation}
        options={(['merged', 'derived', 'verbatim'] as const).map((one) => [one, room.words.source.relations[one]])}
        shown={shown}
      />
    </>
  ),
  button: ({ words }) => words.join.button,
  send: async (room, form, { key }, outcomes) => {
    const { asked, record } = room;
    const paragraph = form.paragraph ?? '';
    const found = paragraphIn(room, paragraph);
    const add = outcomes.map(({ session, slug: outcome }) => ({
      source: { kind: 'outcome', session, outcome, relation: form.relation },
    }));
    // Adding to what a paragraph comes from takes nothing of anybody's: the version that is there is the one to add to.
    const path = `${record}/paragraphs/${encodeURIComponent(paragraph || '-')}/sources`;
    await send(asked, { method: 'POST', path, body: { add, drop: [] }, key, tag: found && tagOf(found) });
    return `?done=joined#${paragraph}`;
  },
};

/** Outcomes that the text does not carry, and why. */
export const leaveOutForm: DeedForm<Outcome[]> = {
  path: '/outcomes/leave-out',
  may: 'text:write',
  part: 'outcomes',
  read: chosenOutcomes,
  title: ({ words }) => words.leaveOut.title,
  lead: (room, outcomes) => (
    <>
      <p class="lead">{room.words.leaveOut.lead}</p>
      <Chosen room={room} outcomes={outcomes} />
    </>
  ),
  begins: () => ({ reason: '' }),
  fields: ({ words }, _, shown) => <Field name="reason" label={words.leaveOut.reason} shown={shown} />,
  button: ({ words }) => words.leaveOut.button,
  send: async ({ asked, record }, { reason }, { key }, outcomes) => {
    const body = { outcomes: outcomes.map(({ session, slug }) => `${session}/${slug}`), reason };
    await send(asked, { method: 'POST', path: `${record}/left-out`, body, key });
    return '/outcomes?done=leftOut';
  },
};
