import { type Claim, claimed, type Verdict } from '../../../shared/domain/claim.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { numeral } from '../../../shared/words/intl.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Field, Select } from '../field.tsx';
import { Button, type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { paragraphOptions } from './paragraph.tsx';
import { namedIn, type Room } from './room.ts';

type Checked = Claim & { check: Verdict & { list: string | null } };

const tones: Record<Verdict['verdict'], string> = {
  'borne-out': 'tag good',
  'not-borne-out': 'tag bad',
  'cannot-be-checked': 'tag idle',
};

const One = ({ room, claim }: { room: Room; claim: Checked }) => {
  const { words, asked } = room;
  const { check } = claim;
  return (
    <li id={claim.slug} class="stack close">
      <p class="row close">
        <q>{claim.words}</q>
        <span class={tones[check.verdict]}>{words.claim.verdicts[check.verdict]}</span>
      </p>
      <p class="minor">
        {fill(words.claim.counts, {
          number: numeral(asked.language, claim.number),
          what: words.claim.whats[claim.counts],
        })}
        {check.recorded === null
          ? ''
          : ` · ${fill(words.claim.recorded, { number: numeral(asked.language, check.recorded) })}`}
        {check.list ? (
          <>
            {' · '}
            <a href={check.list}>{words.claim.list}</a>
          </>
        ) : null}
        {claim.by ? ` · ${claim.by}` : ''}
      </p>
      {room.can('claim:write') && claim.state === 'recorded' ? (
        <Button
          room={room}
          to={`/claims/${claim.slug}/retract`}
          label={words.claim.retract}
          name={`${words.claim.retract}: ${claim.words}`}
        />
      ) : null}
    </li>
  );
};

/** Figures that were printed, each beside what the records show. */
export const claimsRoute = roomRoute('/claims', async (room) => {
  const { words, asked, record, at } = room;
  const all = await readList<Checked>(readOwn, asked, `${record}/claims`);
  return roomPage(room, 'claims', {
    title: words.claim.title,
    body: (
      <>
        <h1>{words.claim.title}</h1>
        <p class="lead">{words.claim.lead}</p>
        {room.can('claim:write') ? (
          <p>
            <a class="button" href={`${at}/claims/new`}>
              {words.claim.new}
            </a>
          </p>
        ) : null}
        {all.length === 0 ? <p class="none">{words.claim.none}</p> : null}
        <ul class="list">
          {all
            .filter(({ state }) => state === 'recorded')
            .map((claim) => (
              <One room={room} claim={claim} />
            ))}
        </ul>
      </>
    ),
  });
});

const ofs = ['acts', 'attendance', 'members'] as const;
const capacities = ['signatory', 'observer', 'any'] as const;
const readings = ['exactly', 'over', 'about'] as const;

/** Records a figure, and binds it to the count that it is checked against. */
export const claimForm: DeedForm<undefined> = {
  path: '/claims/new',
  may: 'claim:write',
  part: 'claims',
  read: () => undefined,
  title: ({ words }) => words.claim.new,
  begins: () => ({ reads: 'exactly', counts: 'signed', 'count.of': '', 'count.capacity': '' }),
  fields: (room, _, shown) => {
    const { words } = room;
    return (
      <>
        <Field name="words" label={words.claim.words} hint={words.claim.wordsHint} shown={shown} />
        <div class="pairs">
          <Select
            name="reads"
            label={words.claim.reads}
            options={readings.map((one) => [one, words.claim.readings[one]])}
            shown={shown}
          />
          <Field name="number" label={words.claim.number} type="number" shown={shown} />
          <Select
            name="counts"
            label={words.claim.what}
            options={claimed.map((one) => [one, words.claim.whats[one]])}
            shown={shown}
          />
        </div>
        <fieldset>
          <legend>{words.claim.bound}</legend>
          <p class="hint">{words.claim.boundHint}</p>
          <div class="pairs">
            <Select
              name="count.of"
              label={words.claim.of}
              options={ofs.map((one) => [one, words.claim.ofs[one]])}
              none={words.claim.unbound}
              shown={shown}
            />
            <Select
              name="count.capacity"
              label={words.signature.capacity}
              options={capacities.map((one) => [one, words.claim.capacities[one]])}
              none={words.claim.anyone}
              shown={shown}
            />
            <Field name="count.asOf" label={words.claim.asOf} type="date" shown={shown} optional />
          </div>
        </fieldset>
        {room.paragraphs.length > 0 ? (
          <Select
            name="paragraph"
            label={words.claim.paragraph}
            options={paragraphOptions(room)}
            none={words.claim.elsewhere}
            shown={shown}
          />
        ) : null}
        <Field name="by" label={words.claim.by} shown={shown} optional />
        <Field name="where" label={words.claim.where} type="url" shown={shown} optional />
        <Field name="on" label={words.claim.on} hint={words.dateHint} shown={shown} optional />
        <Field name="note" label={words.note} shown={shown} optional />
      </>
    );
  },
  button: ({ words }) => words.claim.new,
  send: async ({ asked, record }, form, { key }) => {
    const filled = (name: string) => form[name]?.trim() || undefined;
    const of = filled('count.of');
    const body = {
      words: form.words,
      number: form.number?.trim() ? Number(form.number) : undefined,
      reads: filled('reads'),
      counts: filled('counts'),
      ...(of
        ? { count: { of, capacity: filled('count.capacity'), asOf: filled('count.asOf') } }
        : { capacity: filled('count.capacity') }),
      paragraph: filled('paragraph'),
      by: filled('by'),
      where: filled('where'),
      on: filled('on'),
      note: filled('note'),
    };
    const { record: made } = await send<{ slug: string }>(asked, {
      method: 'POST',
      path: `${record}/claims`,
      body,
      key,
    });
    return `/claims?done=claimed#${made.slug}`;
  },
};

/** Takes a claim back that nobody printed after all. */
export const retractClaimForm: DeedForm<string> = {
  path: '/claims/{claim}/retract',
  may: 'claim:write',
  part: 'claims',
  read: (room) => namedIn(room, 'claim'),
  title: ({ words }) => words.claim.retract,
  fields: ({ words }, _, shown) => <Field name="reason" label={words.reason} shown={shown} optional />,
  button: ({ words }) => words.claim.retract,
  isGrave: true,
  send: async ({ asked, record }, { reason }, { key }, slug) => {
    const body = { to: 'retracted', ...(reason?.trim() ? { reason } : {}) };
    await send(asked, { method: 'POST', path: `${record}/claims/${encodeURIComponent(slug)}/transitions`, body, key });
    return '/claims?done=retracted';
  },
};
