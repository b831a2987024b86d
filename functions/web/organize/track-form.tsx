import type { Room } from '../../../shared/domain/room.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Field, type Shown, Tick } from '../field.tsx';
import type { Asked } from '../page.ts';
import { workLanguage } from '../workspace.ts';
import { instantIn, shownAt, zoneOf } from './clock.ts';
import type { Sheet } from './editing.tsx';
import { Rows, TextFields, Ticks } from './fields.tsx';
import { languagesOf } from './languages.ts';
import { RuleFields, ruleBoxes, rulePlaced, rulesIn, ruleTyped } from './rule-fields.tsx';
import {
  isTicked,
  lineIn,
  numberIn,
  plainFields,
  renumbered,
  rowFields,
  rowsIn,
  textFields,
  textIn,
  tickedIn,
  ticksOf,
  type Typed,
} from './typed.ts';
import { organizeWords } from './words.ts';

/** What a track's form stands beside. */
export interface TrackSetting {
  summit: Summit;
  rooms: readonly Room[];
  track?: Track | undefined;
}

const deadlines = ['opens', 'soft', 'hard'] as const;

const CallFields = ({ asked, summit, shown }: { asked: Asked; summit: Summit; shown: Shown }) => {
  const { track: w } = organizeWords(asked);
  return (
    <fieldset class="part" id="call">
      <legend>{w.call}</legend>
      <p class="hint">{fill(w.callHint, { zone: zoneOf(summit) })}</p>
      <div class="pairs">
        {deadlines.map((name) => (
          <Field name={`call.${name}`} label={w[name]} type="datetime-local" optional shown={shown} />
        ))}
      </div>
    </fieldset>
  );
};

const PlaceFields = ({
  asked,
  setting: { summit, rooms },
  shown,
}: {
  asked: Asked;
  setting: TrackSetting;
  shown: Shown;
}) => {
  const { track: w, room } = organizeWords(asked);
  return (
    <>
      {rooms.length === 0 ? null : (
        <Ticks
          name="rooms"
          legend={w.rooms}
          hint={w.roomsHint}
          options={rooms.map((one) => [one.slug, inLanguage(one.name, asked.language)])}
          shown={shown}
        />
      )}
      <Rows
        name="windows"
        legend={w.windows}
        hint={fill(w.windowsHint, { zone: zoneOf(summit) })}
        shown={shown}
        row={(name, number) => (
          <>
            <Field
              name={`${name}.start`}
              label={fill(room.start, { number })}
              type="datetime-local"
              optional
              shown={shown}
            />
            <Field
              name={`${name}.end`}
              label={fill(room.end, { number })}
              type="datetime-local"
              optional
              shown={shown}
            />
          </>
        )}
      />
    </>
  );
};

const Fields = ({ asked, setting, shown }: { asked: Asked; setting: TrackSetting; shown: Shown }) => {
  const words = organizeWords(asked);
  const w = words.track;
  const { summit, track } = setting;
  const inAll = { template: words.inLanguage, language: workLanguage(asked), shown };
  const languages = languagesOf(summit, track?.title, track?.summary);
  return (
    <>
      <TextFields {...inAll} name="title" label={w.title} languages={languages} />
      {track ? null : <Field name="slug" label={words.slug} hint={words.slugHint} optional shown={shown} />}
      <TextFields {...inAll} name="summary" label={w.summary} languages={languages} long optional />
      <div class="pairs">
        <Field name="minutes" label={w.minutes} type="number" optional shown={shown} />
        <Field name="panelSize" label={w.panelSize} type="number" optional shown={shown} />
      </div>
      <Tick name="oneChair" label={w.oneChair} hint={w.oneChairHint} shown={shown} />
      <CallFields asked={asked} summit={summit} shown={shown} />
      <PlaceFields asked={asked} setting={setting} shown={shown} />
      <RuleFields asked={asked} shown={shown} />
    </>
  );
};

const callIn = (typed: Typed, summit: Summit, gap: string): object | undefined => {
  const [opens, soft, hard] = deadlines.map((name) => instantIn(typed, `call.${name}`, summit, gap));
  return (opens ?? soft ?? hard) ? { opens, soft, hard } : undefined;
};

const bodyOf = (typed: Typed, { summit, rooms, track }: TrackSetting, gap: string): object => {
  const languages = languagesOf(summit, track?.title, track?.summary);
  return {
    title: textIn(typed, 'title', languages, true),
    ...(track ? {} : { slug: lineIn(typed, 'slug') }),
    summary: textIn(typed, 'summary', languages),
    minutes: numberIn(typed, 'minutes'),
    panelSize: numberIn(typed, 'panelSize'),
    oneChair: isTicked(typed, 'oneChair'),
    call: callIn(typed, summit, gap),
    rooms: tickedIn(
      typed,
      'rooms',
      rooms.map(({ slug }) => slug),
    ),
    windows: rowsIn(typed, 'windows').map((row, at) => ({
      start: instantIn(row, 'start', summit, gap, `/windows/${at}/start`),
      end: instantIn(row, 'end', summit, gap, `/windows/${at}/end`),
    })),
    rules: rulesIn(typed),
  };
};

const typedOf = (track: Track, summit: Summit): Typed => ({
  ...textFields('title', track.title),
  ...textFields('summary', track.summary),
  ...plainFields({ minutes: track.minutes, panelSize: track.panelSize, oneChair: track.oneChair ? 'yes' : undefined }),
  ...plainFields(Object.fromEntries(deadlines.map((name) => [`call.${name}`, shownAt(track.call?.[name], summit)]))),
  ...ticksOf('rooms', track.rooms),
  ...rowFields(
    'windows',
    track.windows.map(({ start, end }) => plainFields({ start: shownAt(start, summit), end: shownAt(end, summit) })),
  ),
  ...ruleTyped(track.rules),
});

/** A track as its form shows it. */
export const trackSheet = (asked: Asked, setting: TrackSetting): Sheet<Track> => ({
  typedOf: (track) => typedOf(track, setting.summit),
  tidied: (typed) => renumbered(typed, 'windows'),
  bodyOf: (typed) => bodyOf(typed, setting, organizeWords(asked).gap),
  placed: rulePlaced,
  boxes: ['rooms', 'windows', 'call.hard', 'oneChair', ...ruleBoxes],
  fields: (shown) => <Fields asked={asked} setting={setting} shown={shown} />,
});
