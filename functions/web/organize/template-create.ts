import { invalid } from '../../../shared/domain/error.ts';
import { dayAfter } from '../../../shared/domain/hours.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import type { Text } from '../../../shared/domain/text.ts';
import { reachedAt } from '../../../shared/domain/when.ts';
import { pageLanguages } from '../../../shared/words/page/language.ts';
import { send } from '../contract.ts';
import type { Asked } from '../page.ts';
import { languagesOf } from './languages.ts';
import type { Template, TemplateRoom, TemplateTrack } from './template.ts';
import { isTicked, lineIn, textIn, type Typed } from './typed.ts';

/** The words of a template in the languages of a summit; in English where it has none of them. */
const wordsFor = (text: Text, languages: readonly string[]): Text => {
  const found = Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));
  return Object.keys(found).length > 0 ? found : { en: text.en ?? '' };
};

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));

/** A call is open until the end of a day, by the clock on the wall. */
const callIn = (typed: Typed, zone: string | undefined, detail: string): { hard: string } | undefined => {
  const until = lineIn(typed, 'callUntil');
  if (until === undefined) return undefined;
  if (!isDay(until)) throw invalid([{ pointer: '/callUntil', detail }]);
  return { hard: reachedAt(`${dayAfter(until)}T00:00`, zone ?? 'UTC') };
};

const summitOf = (typed: Typed, { kind }: Template): object => ({
  title: textIn(typed, 'title', pageLanguages, true),
  slug: lineIn(typed, 'slug'),
  kind,
  rehearsal: isTicked(typed, 'rehearsal'),
  from: lineIn(typed, 'from'),
  to: lineIn(typed, 'to'),
  zone: lineIn(typed, 'zone'),
  place: textIn(typed, 'place', pageLanguages),
  country: lineIn(typed, 'country'),
});

const roomOf = ({ slug, name, ...numbers }: TemplateRoom, languages: readonly string[]): object => ({
  slug,
  name: wordsFor(name, languages),
  ...numbers,
});

const trackOf = (
  { title, takesProposals, ...rest }: TemplateTrack,
  languages: readonly string[],
  call: { hard: string } | undefined,
): object => ({ ...rest, title: wordsFor(title, languages), ...(takesProposals && call ? { call } : {}) });

/**
 * Creates a summit with what its template has, each record by the operation that creates it, under a key of its own that follows from the form's: the same
 * form sent again makes nothing twice, and completes what was cut off. Errors: the contract's.
 */
export const createFrom = async (
  asked: Asked,
  template: Template,
  typed: Typed,
  { key, noDay }: { key: string; noDay: string },
): Promise<Summit> => {
  const call = callIn(typed, lineIn(typed, 'zone'), noDay);
  const { record } = await send<Summit>(asked, {
    method: 'POST',
    path: '/summits',
    body: summitOf(typed, template),
    key,
  });
  const languages = languagesOf(record);
  const make = (list: string, slug: string, body: object) =>
    send(asked, { method: 'POST', path: `/summits/${record.slug}/${list}`, body, key: `${key}.${list}.${slug}` });
  await Promise.all([
    ...template.rooms.map((room) => make('rooms', room.slug, roomOf(room, languages))),
    ...template.tracks.map((track) => make('tracks', track.slug, trackOf(track, languages, call))),
  ]);
  return record;
};
