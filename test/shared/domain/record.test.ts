import { describe, expect, test } from 'vitest';
import { announceSummit, reviseSummit, Summit, SummitDraft } from '../../../shared/domain/summit.ts';
import { draftOf, slug } from '../../../shared/domain/record.ts';
import { recordMembership, Membership, MembershipDraft } from '../../../shared/domain/membership.ts';
import { aSummit } from '../../builders.ts';
import { aSummitDraft } from '../../records.ts';
import { issues, wrongFields } from '../../refusal.ts';

describe('a record that begins', () => {
  test('has its address from its title, its first version and its first state', () => {
    const draft = aSummitDraft({ title: { fr: 'Sommet de Genôve', en: 'Summit of Port Selva' } });

    const summit = announceSummit(draft);

    expect(summit).toEqual({ ...draft, slug: 'summit-of-port-selva', version: 1, state: 'announced' });
    expect(Summit().parse(summit)).toEqual(summit);
  });

  test('has the address that was given', () => {
    expect(announceSummit(aSummitDraft({ slug: 'arvenne' })).slug).toBe('arvenne');
  });

  test('needs a given address when none can be made', () => {
    expect(wrongFields(() => announceSummit(aSummitDraft({ title: { ja: '東京' } })))).toEqual([
      {
        pointer: '/slug',
        detail: 'Give a slug: none can be made from the name, which has no Latin letters or digits.',
      },
    ]);
  });

  test('is not told its state when it is held here', () => {
    expect(wrongFields(() => announceSummit(aSummitDraft({ state: 'concluded' })))).toEqual([
      {
        pointer: '/state',
        detail: 'Leave the state out: a record held here changes its state by a transition.',
      },
    ]);
  });

  test('holds 200 KB of texts and no more, measured in bytes', () => {
    // 8,000 characters of three bytes in each of nine languages.
    const summary = Object.fromEntries(
      ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'ja'].map((tag) => [tag, '語'.repeat(8_000)]),
    );
    const { ja: _, ...eight } = summary;

    expect(() => announceSummit(aSummitDraft({ summary: eight }))).not.toThrow();
    expect(wrongFields(() => announceSummit(aSummitDraft({ summary })))).toEqual([
      { pointer: '', detail: 'Shorten the texts: together they are 217 KB, and a record holds 200 KB.' },
    ]);
  });

  test('is told every fault at once', () => {
    const draft = aSummitDraft({
      title: { ja: '東京' },
      zone: undefined,
      from: '2031-05',
      to: '2031-04-30',
      state: 'cancelled',
    });

    expect(wrongFields(() => announceSummit(draft))).toEqual([
      { pointer: '/to', detail: 'Let it end on or after its first day, 2031-05.' },
      {
        pointer: '/zone',
        detail: 'Give the IANA time zone of the place, such as "Africa/Cairo": its sessions are shown in it.',
      },
      {
        pointer: '/state',
        detail: 'Leave the state out: a record held here changes its state by a transition.',
      },
      {
        pointer: '/slug',
        detail: 'Give a slug: none can be made from the name, which has no Latin letters or digits.',
      },
    ]);
  });

  test('may be dated to the month and end within it', () => {
    expect(announceSummit(aSummitDraft({ from: '2031-05', to: '2031-05-02' }))).toMatchObject({
      from: '2031-05',
      to: '2031-05-02',
    });
  });
});

describe('a record that changes', () => {
  const summit = aSummit({ series: 'To be removed', history: [{ from: 'a', to: 'b', at: 'c', by: 'd' }] });
  const draft = SummitDraft().parse(draftOf(SummitDraft(), summit));

  test('takes what the draft says, loses what it leaves out, and keeps what no draft says', () => {
    const { series: _, ...rest } = draft;

    const changed = reviseSummit(summit, { ...rest, edition: 3 });

    expect(changed).toEqual({ ...aSummit(), edition: 3, history: summit.history });
  });

  test('keeps its address, its origin, its state and whether it is a rehearsal', () => {
    const other = { ...draft, slug: 'other', state: 'concluded' as const, rehearsal: true };

    expect(wrongFields(() => reviseSummit(summit, other))).toEqual([
      { pointer: '/rehearsal', detail: 'A rehearsal stays one, and a real summit stays real: create another summit.' },
      { pointer: '/slug', detail: 'Leave the slug "arvenne-2031" as it is: addresses last.' },
      {
        pointer: '/state',
        detail: 'Leave the state out: a record held here changes its state by a transition.',
      },
    ]);
    expect(wrongFields(() => reviseSummit(summit, { ...draft, origin: 'reported' })).at(-1)).toEqual({
      pointer: '/origin',
      detail: 'Leave the origin as it is: what was held stays so.',
    });
  });

  test('still has its state when a reported draft leaves the state out', () => {
    const sources = [
      { facts: ['title', 'kind', 'zone', 'series'], citation: 'Arvenne Gazette', how: 'printed' as const },
    ];
    const reported = aSummit({ origin: 'reported', state: 'concluded', sources });

    const changed = reviseSummit(reported, { ...draft, origin: 'reported', state: undefined, sources });

    expect(Summit().parse(changed)).toMatchObject({ state: 'concluded' });
  });

  test('takes the state that a source reports', () => {
    const sources = [
      { facts: ['title', 'kind', 'zone', 'series'], citation: 'Arvenne Gazette', how: 'printed' as const },
    ];
    const reported = aSummit({ origin: 'reported', state: 'announced', sources });

    expect(reviseSummit(reported, { ...draft, origin: 'reported', state: 'cancelled', sources }).state).toBe(
      'cancelled',
    );
  });
});

describe('an address', () => {
  test.each(['vc-d-12', 'a', '2031', 'x'.repeat(80)])('may be "%s"', (given) => {
    expect(issues(slug(), given)).toEqual([]);
  });

  test.each(['VC-D-12', 'a--b', '-a', 'a-', 'a b', 'é', 'a#b', 'a/b', ''])('may not be "%s"', (given) => {
    expect(issues(slug(), given)).toEqual([
      { pointer: '', detail: 'Use lower-case letters, digits and single hyphens, such as "vc-d-12".' },
    ]);
  });

  test('that is made from the longest address and a word can be read back and sent again', () => {
    const longest = 'x'.repeat(80);
    const draft = MembershipDraft().parse({ in: longest, as: 'founder' });

    const membership = recordMembership({ slug: 'port-selva', printed: 'Port Selva' }, { printed: 'X' }, draft);

    expect(Membership().parse(membership)).toMatchObject({ slug: `${longest}-founder` });
    expect(issues(MembershipDraft(), draftOf(MembershipDraft(), membership))).toEqual([]);
  });
});
