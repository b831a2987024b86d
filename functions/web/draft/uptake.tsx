import { addresseesOf, assessable, type Assessment, scores } from '../../../shared/domain/assessment.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn, send } from '../contract.ts';
import { Choices, Field, Select } from '../field.tsx';
import { Button, type DeedForm, roomRoute } from './deed.tsx';
import { roomPage } from './frame.tsx';
import { beginningOf, nameOf, paragraphOptions } from './paragraph.tsx';
import { DigestField, digestScript } from './received.tsx';
import { namedIn, paragraphIn, queried, type Room } from './room.ts';

interface Uptake {
  assessed: number;
  of: number;
  percentage: number | null;
  disagreements: { paragraph: string; addressee: string }[];
}

const signed: Record<(typeof scores)[number], string> = { 1: '+1', 0: '0', '-1': '−1' };

const One = ({ room, one }: { room: Room; one: Assessment }) => {
  const { words } = room;
  return (
    <li id={one.slug} class="stack close">
      <p class="row close">
        <span class={one.score === 1 ? 'tag good' : one.score === 0 ? 'tag warn' : 'tag bad'}>
          {signed[one.score]} {words.uptake.scores[one.score]}
        </span>
        <bdi>{one.assessor}</bdi>
        <span class="minor">{one.addressee}</span>
      </p>
      <blockquote>{one.quotation}</blockquote>
      <p class="minor">
        <a href={one.source.url} rel="nofollow noreferrer">
          {one.source.title}
        </a>{' '}
        {one.source.date}
      </p>
      {room.can('assessment:write') && one.state === 'recorded' ? (
        <Button
          room={room}
          to={`/uptake/${one.slug}/retract`}
          label={words.uptake.retract}
          name={`${words.uptake.retract}: ${one.assessor}`}
        />
      ) : null}
    </li>
  );
};

/** What became of what was asked: paragraph by paragraph, with who disagrees. */
export const uptakeRoute = roomRoute('/uptake', async (room) => {
  const { words, asked, record, at, declaration, paragraphs } = room;
  const [{ record: uptake }, all] = await Promise.all([
    readOwn<Uptake>(asked, `${record}/uptake`),
    readList<Assessment>(readOwn, asked, `${record}/assessments?state=recorded`),
  ]);
  const asks = assessable(paragraphs, declaration.language).map(({ slug }) => slug);
  const disagreed = new Set(uptake.disagreements.map(({ paragraph }) => paragraph));
  return roomPage(room, 'uptake', {
    title: words.uptake.title,
    body: (
      <>
        <h1>{words.uptake.title}</h1>
        {declaration.frozen ? (
          <p class="lead">
            {fill(words.uptake.counted, {
              assessed: uptake.assessed,
              of: uptake.of,
              percentage: uptake.percentage ?? '—',
            })}
          </p>
        ) : (
          <p class="note quiet">{words.notFrozen}</p>
        )}
        {asks.length === 0 ? <p class="none">{words.uptake.none}</p> : null}
        <ul role="list" class="stack">
          {paragraphs
            .filter(({ slug }) => asks.includes(slug))
            .map((paragraph) => (
              <li id={paragraph.slug} class="card stack close">
                <p class="row close">
                  <span class="tag plain">{nameOf(room, paragraph)}</span>
                  {disagreed.has(paragraph.slug) ? <span class="tag bad">{words.uptake.disagreement}</span> : null}
                </p>
                <p lang={declaration.language}>{beginningOf(room, paragraph)}</p>
                <p class="minor">{addresseesOf(paragraph, declaration.language).join('; ')}</p>
                <ul class="list">
                  {all
                    .filter((one) => one.paragraph === paragraph.slug)
                    .map((one) => (
                      <One room={room} one={one} />
                    ))}
                </ul>
                {declaration.frozen && room.can('assessment:write') ? (
                  <p>
                    <a class="button small" href={`${at}/uptake/new?paragraph=${paragraph.slug}`}>
                      {words.uptake.new}
                      <span class="unseen">: {nameOf(room, paragraph)}</span>
                    </a>
                  </p>
                ) : null}
              </li>
            ))}
        </ul>
      </>
    ),
  });
});

/** Assesses what an addressee did about a paragraph, by the words of a document. */
export const assessForm: DeedForm<undefined> = {
  path: '/uptake/new',
  may: 'assessment:write',
  part: 'uptake',
  scripts: [digestScript],
  read: () => undefined,
  title: ({ words }) => words.uptake.new,
  begins: ({ asked }) => ({ paragraph: queried(asked, 'paragraph')[0] ?? '', addressee: '', score: '' }),
  fields: (room, _, shown) => {
    const { words, declaration } = room;
    const asks = new Set(assessable(room.paragraphs, declaration.language).map(({ slug }) => slug));
    const chosen = paragraphIn(room, shown.typed.paragraph ?? '');
    const to = chosen ? addresseesOf(chosen, declaration.language) : [];
    return (
      <>
        <Select
          name="paragraph"
          label={words.uptake.paragraph}
          options={paragraphOptions(room, ({ slug }) => asks.has(slug))}
          none={words.choose}
          shown={shown}
        />
        {to.length > 1 ? (
          <Select
            name="addressee"
            label={words.uptake.addressee}
            options={to.map((one) => [one, one])}
            none={words.choose}
            shown={shown}
          />
        ) : null}
        <Choices
          name="score"
          legend={words.uptake.score}
          options={scores.map((one) => [String(one), `${signed[one]} ${words.uptake.scores[one]}`])}
          shown={shown}
        />
        <Field name="quotation" label={words.uptake.quotation} shown={shown} long />
        <fieldset>
          <legend>{words.uptake.source}</legend>
          <Field name="source.title" label={words.uptake.sourceTitle} shown={shown} />
          <Field name="source.url" label={words.uptake.url} type="url" shown={shown} />
          <Field name="source.date" label={words.uptake.date} hint={words.dateHint} shown={shown} />
          <DigestField name="source.document" label={words.received.document} room={room} shown={shown} />
        </fieldset>
        <Field name="assessor" label={words.uptake.assessor} shown={shown} />
        <Field name="note" label={words.note} shown={shown} optional />
      </>
    );
  },
  button: ({ words }) => words.uptake.new,
  send: async ({ asked, record }, form, { key }) => {
    const filled = (name: string) => form[name]?.trim() || undefined;
    const body = {
      paragraph: filled('paragraph'),
      addressee: filled('addressee'),
      score: form.score ? Number(form.score) : undefined,
      quotation: form.quotation,
      source: {
        title: form['source.title'],
        url: form['source.url'],
        date: form['source.date'],
        document: filled('source.document'),
      },
      assessor: form.assessor,
      note: filled('note'),
    };
    await send(asked, { method: 'POST', path: `${record}/assessments`, body, key });
    return `/uptake?done=assessed#${form.paragraph}`;
  },
};

/** Takes an assessment back. */
export const retractForm: DeedForm<string> = {
  path: '/uptake/{assessment}/retract',
  may: 'assessment:write',
  part: 'uptake',
  read: (room) => namedIn(room, 'assessment'),
  title: ({ words }) => words.uptake.retract,
  fields: ({ words }, _, shown) => <Field name="reason" label={words.reason} shown={shown} optional />,
  button: ({ words }) => words.uptake.retract,
  isGrave: true,
  send: async ({ asked, record }, { reason }, { key }, slug) => {
    const body = { to: 'retracted', ...(reason?.trim() ? { reason } : {}) };
    await send(asked, {
      method: 'POST',
      path: `${record}/assessments/${encodeURIComponent(slug)}/transitions`,
      body,
      key,
    });
    return '/uptake?done=retracted';
  },
};
