import { describe, expect, test } from 'vitest';
import { renderMail } from '../../../shared/documents/mail.ts';
import { noticeKinds } from '../../../shared/domain/circulation.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Material } from '../../../shared/domain/material.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { aSession, aSummit } from '../../builders.ts';
import { aCirculation, aPanelist, anAmendment } from '../../records.ts';

const place = { summit: 'arvenne-2031', session: 'vc-d-12', panelist: 'seat-1' };
const to = { person: 'ilka' };
const replyBy = '2031-02-20T17:00:00Z';
const link = 'https://plenary.example/en/invitation/abc';

const amended = {
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  organization: 'port-selva',
  amendment: 'a1',
};

const asked = {
  summit: 'arvenne-2031',
  declaration: 'arvenne-declaration',
  circulation: 'c1',
  organization: 'port-selva',
};

const invitation: Letter = { kind: 'panelist-invitation', ...place, to, rehearsal: false, replyBy };

const letters: Letter[] = [
  invitation,
  { kind: 'panelist-reminder', which: 'first', ...place, to, rehearsal: false, replyBy },
  { kind: 'panelist-reminder', which: 'second', ...place, to, rehearsal: false, replyBy },
  { kind: 'panelist-link-again', ...place, to, rehearsal: false, replyBy },
  { kind: 'panelist-answered', answer: 'confirmed', ...place, to, rehearsal: false, page: '/desk/arvenne-2031' },
  { kind: 'panelist-answered', answer: 'declined', ...place, to, rehearsal: false },
  { kind: 'panelist-silent', ...place, to, rehearsal: false },
  { kind: 'substitute-proposed', ...place, to, rehearsal: false },
  {
    kind: 'role-invitation',
    role: 'delegate',
    organization: 'river-league',
    invitation: 'r1',
    by: 'amira',
    expires: '2031-03-15T09:00:00Z',
    to: { address: 'desk@example.org' },
    rehearsal: false,
  },
  { kind: 'role-taken', role: 'secretariat', by: 'amira', to: { address: 'desk@example.org' }, rehearsal: false },
  ...noticeKinds.map((_, notice): Letter => ({ kind: 'circulation-notice', ...asked, notice, to, rehearsal: false })),
  {
    kind: 'circulation-held-up',
    summit: 'arvenne-2031',
    declaration: 'arvenne-declaration',
    circulation: 'c1',
    to,
    rehearsal: false,
  },
  { kind: 'objection-entered', ...asked, statement: 'port-selva-c1', as: 'objection', to, rehearsal: false },
  { kind: 'objection-entered', ...asked, statement: 'port-selva-c1', as: 'dissociation', to, rehearsal: false },
  {
    kind: 'proposal-decided',
    summit: 'arvenne-2031',
    session: 'p-7k3f',
    organization: 'port-selva',
    decided: 'p-7k3f-d1',
    to,
    rehearsal: false,
  },
  {
    kind: 'programme-changed',
    summit: 'arvenne-2031',
    release: 'r2',
    sessions: ['vc-d-12'],
    more: 3,
    to,
    rehearsal: false,
  },
  ...(['first', 'second'] as const).map((which): Letter => ({
    kind: 'outcomes-awaited',
    summit: 'arvenne-2031',
    session: 'vc-d-12',
    which,
    to,
    rehearsal: false,
  })),
  { kind: 'amendment-received', ...amended, to, rehearsal: false },
  { kind: 'amendment-decided', decision: 'accepted', ...amended, to, rehearsal: false },
  { kind: 'amendment-decided', decision: 'rejected', ...amended, to, rehearsal: false },
  { kind: 'amendment-decided', decision: 'withdrawn', ...amended, to, rehearsal: false },
];

const aMaterial = (given: Partial<Material> = {}): Material => ({
  letter: invitation,
  language: 'en',
  site: 'https://plenary.example',
  deed: 'request-1',
  at: '2031-02-01T09:00:00Z',
  name: 'Ilka Verrane',
  summit: aSummit({ place: { en: 'Arvenne' } }),
  session: aSession({
    state: 'accepted',
    start: '2031-03-06T09:00:00Z',
    end: '2031-03-06T10:30:00Z',
    zone: 'Europe/Paris',
  }),
  panelist: aPanelist({ state: 'invited' }),
  circulation: aCirculation({
    channel: 'objections@arvenne.example.org',
    message: 'Three paragraphs are new.',
    notices: noticeKinds.map((kind) => ({
      kind,
      at: '2031-03-01T09:00:00Z',
      ...(kind === 'suspended' ? {} : { deadline: '2031-03-04T09:00:00Z' }),
      reason: 'Two councils sit late.',
    })),
  }),
  changes: [
    {
      session: 'vc-d-12',
      reference: 'VC-D 12',
      title: { en: 'Cities that take people in' },
      kinds: ['moved', 'panel-changed'],
      was: {},
      is: { roomName: { en: 'Quay Hall' }, start: '2031-03-06T09:00:00Z', end: '2031-03-06T10:30:00Z' },
    },
  ],
  networks: [{ en: 'River League' }],
  reach: [],
  link,
  ...given,
});

const every = mailLanguages.flatMap((language) => letters.map((letter) => [language, letter] as const));

/** Words without markup, as a reader sees them. */
const seenIn = (html: string): string =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<br>\n?/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

describe('an invitation to a panel', () => {
  test('reads well as text alone', () => {
    expect(renderMail(aMaterial()).text).toBe(`Dear Ilka Verrane,

You are asked to take part in the panel of a session:

Summit: Arvenne City Summit 2031
Session: VC-D 12 · Cities that take people in
Time there: Thursday, 6 March 2031, 10:00–11:30 (Europe/Paris)
The same in UTC: Thursday, 6 March 2031, 09:00–10:30 (UTC)
Role on the panel: Panelist
Would be printed as: Ilka Verrane, Mayor

You were proposed by River League.

Please say whether you will take part, and check how your name and title would be printed. You can correct them, say no, or propose somebody else. Your office may answer for you.

Answer here:
https://plenary.example/en/invitation/abc

Please answer by Thursday, 20 February 2031 at 18:00 (Europe/Paris), which is Thursday, 20 February 2031 at 17:00 in UTC.

If we hear nothing, we will remind you, as far as there is time. After that the place counts as not answered, and the organizers may ask somebody else.

Until you agree, your name is not published.

The link is yours alone: whoever has it can answer for you. Please pass it on to your own office only.

Sent by Plenary for the organizers of Arvenne City Summit 2031.

If you write to us about this mail, please quote request-1.
`);
  });

  test('brings the sitting as a calendar file', () => {
    const { calendar = '' } = renderMail(aMaterial());

    expect(calendar.split('\r\n')).toEqual(
      expect.arrayContaining([
        'UID:vc-d-12.arvenne-2031@plenary.example',
        'SEQUENCE:1',
        'STATUS:TENTATIVE',
        'DTSTART;TZID=Europe/Paris:20310306T100000',
        'LOCATION:Arvenne',
      ]),
    );
  });

  test('brings none where the session has no time yet, and says so', () => {
    const { calendar, text } = renderMail(aMaterial({ session: aSession() }));

    expect(calendar).toBeUndefined();
    expect(text).toContain('Time there: not settled yet');
  });

  test('a session moved or confirmed is the same entry, newer', () => {
    const session = aSession({ start: '2031-03-07T09:00:00Z', end: '2031-03-07T10:30:00Z', version: 4 });
    const { calendar = '' } = renderMail(aMaterial({ session, panelist: aPanelist({ state: 'confirmed' }) }));

    expect(calendar).toContain('UID:vc-d-12.arvenne-2031@plenary.example\r\n');
    expect(calendar).toContain('SEQUENCE:4\r\nSTATUS:CONFIRMED\r\n');
  });

  test('says nothing of printing a name that stays unnamed', () => {
    const { text } = renderMail(aMaterial({ panelist: aPanelist({ state: 'invited', unnamed: true }) }));

    expect(text).not.toContain('Would be printed as');
    expect(text).not.toContain('Until you agree');
  });
});

describe('every letter in every language', () => {
  test.each(every)('%s: %j', (language, letter) => {
    const { subject, text, html } = renderMail(aMaterial({ letter, language }));
    const direction = language === 'ar' ? 'rtl' : 'ltr';

    expect(subject).toMatch(/^[^\r\n{}]{10,200}$/u);
    expect(text).not.toMatch(/[{}]|undefined|, ,|: *\n(?!\n|https:)/);
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).not.toMatch(/<style|<script|style=|javascript:/);
    expect(squeezed(seenIn(html))).toBe(squeezed(text));
    expect(text).toContain(mailWordsIn(language).reference.replace('{deed}', 'request-1'));
  });

  test.each(mailLanguages)('%s: a rehearsal says so first', (language) => {
    const words = mailWordsIn(language).rehearsal;

    for (const letter of letters) {
      const rehearsal = renderMail(aMaterial({ letter: { ...letter, rehearsal: true }, language }));
      expect(rehearsal.text.split('\n')[0]).toBe(words);
      expect(renderMail(aMaterial({ letter, language })).text).not.toContain(words);
    }
  });
});

describe('what people wrote', () => {
  const wicked = 'A\r\nBcc: x@example.org\r\n\r\n<script>alert(1)</script>';
  const material = aMaterial({
    name: wicked,
    summit: aSummit({ title: { en: wicked }, place: { en: wicked } }),
    session: aSession({
      title: { en: wicked },
      start: '2031-03-06T09:00:00Z',
      end: '2031-03-06T10:30:00Z',
      zone: 'Europe/Paris',
    }),
    panelist: aPanelist({ state: 'invited', printedName: wicked, printedTitle: wicked }),
    networks: [{ en: wicked }],
    reach: [{ part: 'organization', name: { en: wicked } }],
  });

  test.each(letters.map((letter) => [letter.kind, letter] as const))(
    'breaks no line of a %s and is no markup',
    (_, letter) => {
      const { subject, text, html, calendar = '' } = renderMail({ ...material, letter });

      expect(subject).not.toMatch(/[\r\n]/);
      expect(text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
      expect(html).not.toContain('<script');
      expect(calendar.split('\r\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
    },
  );
});

describe('who is told of somebody else', () => {
  const answered: Letter = {
    kind: 'panelist-answered',
    answer: 'confirmed',
    ...place,
    to,
    rehearsal: false,
    page: '/desk/arvenne-2031',
  };

  test('reads whom it is about, and where to see more', () => {
    const { subject, text } = renderMail(aMaterial({ letter: answered, language: 'fr' }));

    expect(subject).toBe('Participation confirmée\u00a0: Ilka Verrane, VC-D 12 · Cities that take people in');
    expect(text).toContain('Personne\u00a0: Ilka Verrane\n');
    expect(text).toContain('https://plenary.example/fr/desk/arvenne-2031');
    expect(text).not.toContain(link);
  });

  test('does not read the name of who stays unnamed', () => {
    const { subject, text, html } = renderMail(
      aMaterial({ letter: answered, panelist: aPanelist({ unnamed: true }), name: 'Desk' }),
    );

    expect(`${subject}${text}${html}`).not.toContain('Verrane');
    expect(text).toContain('Person: A panelist who stays unnamed');
  });
});

test.each([
  ['amendment-received', 'en', 'Recorded for Port Selva: an amendment to Arvenne Declaration'],
  ['amendment-decided', 'ru', 'Принята: поправка Port Selva к Arvenne Declaration'],
] as const)('%s in %s says what was proposed, to what, and why', (kind, language, subject) => {
  const letter = letters.find((one) => one.kind === kind);
  const mail = renderMail(
    aMaterial({
      letter: letter as Letter,
      language,
      amendment: anAmendment({
        decided: { at: '2031-03-02T09:00:00Z', reason: 'Said better.', as: 'rebased', words: 'that each city has two' },
      }),
      reach: [
        { part: 'declaration', name: { en: 'Arvenne Declaration' } },
        { part: 'organization', name: { en: 'Port Selva' } },
      ],
    }),
  );

  const words = mailWordsIn(language);
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain(
    [
      [words.labels.proposal, words.amendments.replace],
      [words.labels.wordsNow, 'that each city names one desk'],
      [words.labels.proposed, 'that each city names two desks'],
      [words.labels.reason, 'One desk sleeps at night.'],
      [words.labels.taken, 'that each city has two'],
      [words.labels.decisionReason, 'Said better.'],
    ]
      .map(([label, value]) => `${label}${words.colon}${value}`)
      .join('\n'),
  );
});

test('who is asked reads which text, until when there and in UTC, by which channel, and what silence does', () => {
  const letter = letters.find((one) => one.kind === 'circulation-notice') as Letter;
  const { subject, text } = renderMail(
    aMaterial({
      letter,
      reach: [
        { part: 'declaration', name: { en: 'Arvenne Declaration' } },
        { part: 'organization', name: { en: 'Port Selva' } },
      ],
    }),
  );

  expect(subject).toBe('For adoption by silence: Arvenne Declaration, Arvenne City Summit 2031');
  expect(text).toContain(`Declaration: Arvenne Declaration
Organization: Port Selva
Version: v1
SHA-256 of the text: ${'a'.repeat(64)}
Deadline there: Tuesday, 4 March 2031 at 10:00 (Europe/Paris)
Deadline in UTC: Tuesday, 4 March 2031 at 09:00 (UTC)
The one channel that counts: objections@arvenne.example.org
Reason: Two councils sit late.
From the organizers: Three paragraphs are new.

Unless an organization that was asked objects before the deadline, with a reason, the text is adopted.`);
  expect(text).toContain(
    'https://plenary.example/en/summits/arvenne-2031/declarations/arvenne-declaration\n\nObject, or see how it stands, here:\nhttps://plenary.example/en/desk/port-selva/arvenne-2031/texts/arvenne-declaration\n',
  );
});

test('a role is described by what it reaches, and its invitation by how it is accepted', () => {
  const letter = letters.find(({ kind }) => kind === 'role-invitation');
  const { subject, text } = renderMail(
    aMaterial({
      letter: letter as Letter,
      name: undefined,
      summit: undefined,
      session: undefined,
      panelist: undefined,
      reach: [{ part: 'organization', name: { en: 'River League' } }],
      link: undefined,
    }),
  );

  expect(subject).toBe('Your role: Delegate, River League');
  expect(text).toBe(`Good day,

You are invited to take up this role:

Role: Delegate
Organization: River League
Given by: amira

To accept, sign in with the address desk@example.org. The invitation is for this address only, and works once.

Sign in here:
https://plenary.example/en/

It can be accepted until Saturday, 15 March 2031 at 09:00 (UTC). If you do nothing, it expires then, and nothing else happens.

Sent by Plenary.

If you write to us about this mail, please quote request-1.
`);
});
