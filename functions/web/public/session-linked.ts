import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import { withOffset } from '../../../shared/documents/zoned.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { programmeWordsIn } from '../../../shared/words/programme.ts';
import { pageAt } from './here.ts';
import { calledHere } from './organization-link.tsx';
import type { SessionShown } from './session-read.ts';

const term = (name: string): string => `https://schema.org/${name}`;

const attendance = {
  'on-site': term('OfflineEventAttendanceMode'),
  hybrid: term('MixedEventAttendanceMode'),
  online: term('OnlineEventAttendanceMode'),
};

/** A session as an Event of schema.org. Only public names perform. */
export const linkedSession = ({ asked, summit, session, room, organizations }: SessionShown): object => {
  const { language, site } = asked;
  const at = (...path: string[]): string => new URL(pageAt(asked, ...path), site.site).href;
  const said = (text: Text | undefined): string | undefined => text && inLanguage(text, language);
  const asPrinted = session.origin === 'reported';
  const bodies = (all: SessionShown['session']['lead']) =>
    all.map((named) => ({
      '@type': 'Organization',
      name: calledHere({ asked, known: organizations, named, asPrinted }),
      url: at('organizations', named.organization),
    }));
  const title = said(session.title) ?? '';
  const place = said(room?.name) ?? said(summit.place);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': at('summits', summit.slug, 'sessions', session.slug),
    url: at('summits', summit.slug, 'sessions', session.slug),
    identifier: session.reference,
    name: session.rehearsal ? fill(programmeWordsIn(language).rehearsal, { title }) : title,
    description: said(session.summary),
    startDate: session.start && withOffset(session.start, session.zone),
    endDate: session.end && withOffset(session.end, session.zone),
    eventStatus: term(session.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'),
    eventAttendanceMode: session.mode && attendance[session.mode],
    location:
      place === undefined || session.mode === 'online'
        ? undefined
        : {
            '@type': 'Place',
            name: place,
            address: { '@type': 'PostalAddress', addressLocality: said(summit.place), addressCountry: summit.country },
          },
    inLanguage: session.languages?.spoken,
    organizer: bodies(session.lead),
    contributor: bodies(session.partners),
    performer: session.panel.flatMap(({ printedName, printedTitle, organizations: for_ }) =>
      printedName === undefined
        ? []
        : [{ '@type': 'Person', name: printedName, jobTitle: printedTitle, affiliation: bodies(for_) }],
    ),
    superEvent: { '@type': 'Event', name: said(summit.title), url: at('summits', summit.slug) },
  };
};
