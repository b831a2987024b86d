import { base } from '../../../shared/contract/mounted.ts';
import { dayAs } from '../../../shared/words/day.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { languageName } from '../../../shared/words/intl.ts';
import { stretch } from '../../../shared/words/moment.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageAt, recordAt, wordsHere } from './here.ts';
import { PlainFact } from './plain-fact.tsx';
import { OrganizationLinks } from './organization-link.tsx';
import type { SessionShown } from './session-read.ts';
import { type ReadersZone, ZoneChoice } from './zone.tsx';

type Props = SessionShown & { readers: ReadersZone };

const When = ({ asked, session: { start, end, local } }: Props) => {
  const words = wordsHere(asked);
  if (start === undefined || end === undefined) return <p class="when">{words.session.noTime}</p>;
  const [from, to] = [local?.start ?? start, local?.end ?? end];
  return (
    <>
      <p class="when">
        <time datetime={from.slice(0, 10)}>{dayAs(asked.language, 'whole', from.slice(0, 10))}</time>
      </p>
      <p class="when">
        <time datetime={start}>{`${from.slice(11, 16)}–${to.slice(11, 16)}`}</time>
      </p>
    </>
  );
};

// UTC says little to most readers, but it is what they compare.
const OtherTimes = ({ asked, session: { start, end }, readers }: Props) => {
  const { session: words } = wordsHere(asked);
  if (start === undefined || end === undefined) return null;
  return (
    <>
      {readers.zone === undefined ? null : (
        <PlainFact label={fill(words.yours, { zone: readers.zone })}>
          {stretch(asked.language, start, end, readers.zone)}
        </PlainFact>
      )}
      <PlainFact label={words.utc}>{stretch(asked.language, start, end, 'UTC')}</PlainFact>
    </>
  );
};

const Place = ({ asked, session, summit, room }: Props) => {
  const { session: words, facts, comma } = wordsHere(asked);
  const name = room ? <Said text={room.name} language={asked.language} /> : session.room;
  const place = summit.place ? <Said text={summit.place} language={asked.language} /> : null;
  if (name === undefined && place === null) return null;
  return (
    <PlainFact label={facts.place}>
      {name}
      {name !== undefined && place !== null ? comma : null}
      {place}
      {session.mode === undefined ? null : (
        <>
          <br />
          <span class="minor">{words.modes[session.mode]}</span>
        </>
      )}
    </PlainFact>
  );
};

const languages = ({ language }: Asked, tags: readonly string[], separator: string): string =>
  tags.map((tag) => languageName(language, tag)).join(separator);

const Facts = (props: Props) => {
  const { asked, session, summit, organizations } = props;
  const { facts, separator } = wordsHere(asked);
  const { spoken = [], interpreted = [] } = session.languages ?? {};
  const asPrinted = session.origin === 'reported';
  return (
    <dl class="facts">
      <OtherTimes {...props} />
      <Place {...props} />
      {session.lead.length > 0 ? (
        <PlainFact label={facts.lead}>
          <OrganizationLinks asked={asked} known={organizations} named={session.lead} asPrinted={asPrinted} />
        </PlainFact>
      ) : null}
      {session.partners.length > 0 ? (
        <PlainFact label={facts.partners}>
          <OrganizationLinks asked={asked} known={organizations} named={session.partners} asPrinted={asPrinted} />
        </PlainFact>
      ) : null}
      {spoken.length > 0 ? <PlainFact label={facts.languages}>{languages(asked, spoken, separator)}</PlainFact> : null}
      {interpreted.length > 0 ? (
        <PlainFact label={facts.interpreted}>{languages(asked, interpreted, separator)}</PlainFact>
      ) : null}
      <PlainFact label={facts.reference}>
        <bdi>{session.reference}</bdi>
      </PlainFact>
      <PlainFact label={wordsHere(asked).session.summit}>
        <a href={pageAt(asked, 'summits', summit.slug)}>
          <Said text={summit.title} language={asked.language} />
        </a>
      </PlainFact>
    </dl>
  );
};

/** When and where, whose it is, and the way into a calendar. */
export const Side = (props: Props) => {
  const { asked, session, summit, readers } = props;
  const { session: words } = wordsHere(asked);
  const page = pageAt(asked, 'summits', summit.slug, 'sessions', session.slug);
  const zoned = (zone: string | undefined): string =>
    zone === undefined ? page : `${page}?zone=${encodeURIComponent(zone)}`;
  return (
    <aside class="side" aria-label={words.when}>
      <div class="card stack">
        <When {...props} />
        <hr />
        <Facts {...props} />
        {session.zone === undefined || session.start === undefined ? null : (
          <ZoneChoice asked={asked} at={session.zone} readers={readers} address={zoned} />
        )}
        <hr />
        <a
          class="button chief full"
          href={`${base}${recordAt('summits', summit.slug, 'sessions', session.slug, 'programme.ics')}?lang=${asked.language}`}
        >
          {words.add}
        </a>
      </div>
    </aside>
  );
};
