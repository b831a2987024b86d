import type { ProgrammeCard } from '../../../shared/domain/release.ts';
import { localTime } from '../../../shared/domain/when.ts';
import type { Feed, Reader, Showing } from '../../../shared/documents/programme.ts';

// What feeds are made from, from the few fields that a test is about. Cities, people and organizations are invented.

export const reader: Reader = { language: 'en', site: 'https://plenary.example' };

/** A card of the Arvenne summit, with its local hours and its day where it has a time. */
export const aCard = (given: Partial<ProgrammeCard> = {}): ProgrammeCard => {
  const card = {
    slug: 'vc-d-12',
    reference: 'VC-D 12',
    title: { en: 'Cities that take people in', fr: 'Des villes qui accueillent' },
    state: 'scheduled' as const,
    zone: 'Europe/Paris',
    lead: [],
    partners: [],
    instruments: [],
    objectives: [],
    panel: [],
    rehearsal: false,
    ...given,
  };
  const { start, end, zone } = card;
  if (!start || !end) return card;
  const local = { start: localTime(start, zone), end: localTime(end, zone) };
  return { local, day: local.start.slice(0, 10), ...card };
};

/** The same with everything that a card can say. */
export const aFullCard = (given: Partial<ProgrammeCard> = {}): ProgrammeCard =>
  aCard({
    summary: { en: 'How cities plan.\n\nAnd who pays.' },
    mode: 'hybrid',
    track: 'voices',
    trackTitle: { en: 'Voices from Cities' },
    room: 'room-d',
    roomName: { en: 'Room D' },
    start: '2031-03-10T08:00:00Z',
    end: '2031-03-10T09:30:00Z',
    languages: { spoken: ['en', 'fr'], interpreted: ['es'] },
    lead: [{ organization: 'arvenne', printed: 'City of Arvenne' }],
    partners: [{ organization: 'tarn-port', printed: 'Tarn Port' }],
    panel: [
      {
        slug: 'n01',
        role: 'moderator',
        state: 'confirmed',
        person: 'p01',
        printedName: 'Ilka Verrane',
        printedTitle: 'Mayor',
        organizations: [{ organization: 'arvenne', printed: 'City of Arvenne' }],
        unnamed: false,
      },
      {
        slug: 'n02',
        role: 'panelist',
        state: 'invited',
        organizations: [{ organization: 'tarn-port', printed: 'Tarn Port' }],
        unnamed: false,
        toBeConfirmed: true,
      },
      { slug: 'n03', role: 'panelist', state: 'confirmed', organizations: [], unnamed: true },
    ],
    ...given,
  });

export const shown = (...cards: ProgrammeCard[]): Showing[] => cards.map((card) => ({ card }));

/** The third release of the Arvenne summit. */
export const aFeed = (given: Partial<Feed> = {}): Feed => ({
  summit: {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne City Summit 2031' },
    zone: 'Europe/Paris',
    from: '2031-03-10',
    to: '2031-03-11',
    place: { en: 'Arvenne' },
    country: 'FR',
    rehearsal: false,
  },
  release: { slug: 'r3', number: 3, at: '2031-02-01T09:00:00Z' },
  showings: shown(aFullCard()),
  ...given,
});

/** Words that would be more than words wherever they are not escaped. */
export const wicked = `</title><script>alert("1")</script> & 'x' ]]> <!-- javascript:alert(1) \u202eevil`;
