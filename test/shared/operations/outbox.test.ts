import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Letter } from '../../../shared/domain/letter.ts';
import { type Mail, mostTries } from '../../../shared/domain/mail.ts';
import type { Contact } from '../../../shared/domain/person.ts';
import { ring, sweep } from '../../../shared/operations/outbox.ts';
import { perform, type Plan } from '../../../shared/operations/perform.ts';
import { itemOf, type Kind, recordsOf } from '../../../shared/table/item.ts';
import { collections } from '../../../shared/table/key.ts';
import { mailKind } from '../../../shared/table/outbox.ts';
import { organizationKind } from '../../../shared/table/organization.ts';
import { panelistKind } from '../../../shared/table/panelist.ts';
import { contactKind, personKind } from '../../../shared/table/person.ts';
import { sessionKind } from '../../../shared/table/session.ts';
import { summitKind } from '../../../shared/table/summit.ts';
import { aSession, aSummit } from '../../builders.ts';
import { aDoor, type Household } from '../../door.ts';
import { anOffice, aPost, type FakePost } from '../../post.ts';
import { aContact, anOrganization, aPanelist, aPerson } from '../../records.ts';

let home: Household;
let post: FakePost;

const place = { summit: 'arvenne-2031', session: 'vc-d-12', panelist: 'seat-1' };
const invitation: Letter = {
  kind: 'panelist-invitation',
  ...place,
  to: { person: 'ilka' },
  rehearsal: false,
  replyBy: '2031-03-10T17:00:00Z',
};
const told: Letter = { kind: 'panelist-silent', ...place, to: { address: 'desk@example.org' }, rehearsal: false };

const put = <R extends object>(kind: Kind<R>, record: R): Promise<void> =>
  home.table.batchWrite([itemOf(kind, record, 'seed')]);
const contact = (given: Partial<Contact>): Promise<void> => put(contactKind, aContact(given));

/** A deed that orders mails and does nothing else. */
const order = (mails: readonly Letter[], plan: Partial<Plan<string>> = {}): Promise<string> =>
  perform(home.door.house, home.deed(), {
    may: { deed: 'summit:create' },
    read: async () => undefined,
    decide: () => ({ writes: [], answer: 'done', mails, ...plan }),
  });

const mails = async (summit: string | undefined = 'arvenne-2031'): Promise<Mail[]> =>
  recordsOf(mailKind, await home.table.all(collections.mailsOf(summit)));
const theMail = async (): Promise<Mail> => {
  const [mail, ...more] = await mails();
  if (!mail || more.length > 0) throw new Error(`There are ${more.length + (mail ? 1 : 0)} mails instead of one.`);
  return mail;
};

/** What the trail has of a deed: which records it changed. */
const trailed = async (deed: string): Promise<string[][]> =>
  (await home.dump())
    .filter(({ type, entry }) => type === 'pending' && (entry as { request: string }).request === deed)
    .map(({ entry }) => (entry as { what: { type: string }[] }).what.map(({ type }) => type));

/** The clock's round, by a process that knows nothing of what went before. */
const round = (): ReturnType<typeof sweep> => sweep(anOffice(home, post), home.clock.now);
const bell = async (): ReturnType<typeof ring> =>
  ring(anOffice(home, post), mailKind.key(await theMail()), home.clock.now);
const later = (seconds: number): void => home.clock.move(seconds);

const forget = async (): Promise<void> => {
  const all = (await home.dump()).filter(({ type }) => type === 'outbox' || type === 'token' || type === 'contact');
  await home.table.batchWrite(
    [],
    all.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
};

beforeAll(async () => {
  home = await aDoor();
  await put(summitKind, aSummit());
  await put(organizationKind, anOrganization({ slug: 'river-league', name: { en: 'River League' } }));
  await put(
    sessionKind,
    aSession({ state: 'accepted', start: '2031-03-16T09:00:00Z', end: '2031-03-16T10:30:00Z', zone: 'Europe/Paris' }),
  );
  await put(personKind, aPerson());
});
afterAll(() => home.close());
beforeEach(async () => {
  await forget();
  post = aPost();
  home.logged.length = 0;
  await contact({});
  await put(panelistKind, aPanelist({ state: 'invited' }));
});

describe('a deed and its mail', () => {
  test('are one transaction: no deed without its mail, no mail without its deed', async () => {
    const standing = { summit: 'arvenne-2031', slug: 'nowhere', version: 7 };
    const refused = order([invitation], {
      writes: [
        {
          action: {
            ConditionCheck: {
              TableName: home.table.name,
              Key: { pk: `SUMMIT#${standing.slug}`, sk: 'SUMMIT' },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
          refuse: () => new Error('There is no such summit.'),
        },
      ],
    });
    await expect(refused).rejects.toThrow('There is no such summit.');
    expect(await mails()).toEqual([]);

    await order([invitation]);
    expect(await theMail()).toMatchObject({
      state: 'pending',
      letter: invitation,
      at: '2031-03-01T09:00:00Z',
      tries: 0,
    });
  });

  test('are at most five letters', async () => {
    await expect(order(Array.from({ length: 6 }, () => told))).rejects.toMatchObject({ code: 'too-many-at-once' });
    expect(await mails()).toEqual([]);
  });

  test('keep no name, no address of a person and no secret in the outbox', async () => {
    await order([invitation]);
    await bell();
    const entry = JSON.stringify((await home.dump()).filter(({ type }) => type === 'outbox'));
    const token = /invitation\/([\w-]{22})/.exec(post.accepted[0]?.text ?? '')?.[1];

    expect(token).toBeDefined();
    expect(entry).not.toContain('ilka@example.org');
    expect(entry).not.toContain('Verrane');
    expect(entry).not.toContain(token);
  });
});

describe('the bell', () => {
  test('sends what was ordered, once', async () => {
    await order([invitation]);

    expect([await bell(), await bell(), (await round()).sent]).toEqual(['sent', 'idle', 0]);
    const { deed } = await theMail();
    expect(post.accepted).toMatchObject([
      {
        from: 'Arvenne City Summit 2031',
        to: 'ilka@example.org',
        subject: 'Will you take part in VC-D 12 · Cities that take people in? Arvenne City Summit 2031',
        headers: {
          'Plenary-Deed': deed,
          'Plenary-Mail': `arvenne-2031/${(await theMail()).id}`,
          'Auto-Submitted': 'auto-generated',
          'Content-Language': 'en',
        },
      },
    ]);
    expect(post.accepted[0]?.calendar).toContain('UID:vc-d-12.arvenne-2031@plenary.example');
    expect(await theMail()).toMatchObject({
      state: 'sent',
      tries: 1,
      sent: { at: '2031-03-01T09:00:00Z', as: 'accepted-1' },
    });
    expect(home.logged).toEqual([]);
  });

  test('speaks the recipient’s language', async () => {
    await contact({ language: 'ar' });
    await order([invitation]);
    await bell();

    expect(post.accepted[0]?.html).toContain('<html lang="ar" dir="rtl">');
  });

  test('makes the link with the claim: what opens it is there before it is sent', async () => {
    await order([invitation]);
    post.conduct = () => 'kill-before';
    void bell();
    await post.killed;

    expect((await home.dump()).filter(({ type }) => type === 'token').length).toBe(1);
  });
});

test('ten bells and two clocks, fifty mails: fifty are accepted, each once', async () => {
  for (let deed = 0; deed < 10; deed += 1)
    await order(Array.from({ length: 5 }, (_, at) => ({ ...told, to: { address: `desk-${deed}-${at}@example.org` } })));
  const keys = (await mails()).map((mail) => mailKind.key(mail));

  await Promise.all([
    ...Array.from({ length: 10 }, async (_, bell) => {
      for (const key of keys.slice(bell * 5).concat(keys.slice(0, bell * 5)))
        await ring(anOffice(home, post), key, home.clock.now);
    }),
    round(),
    round(),
  ]);

  const addresses = post.accepted.map(({ to }) => to);
  expect([addresses.length, new Set(addresses).size]).toEqual([50, 50]);
  expect((await mails()).map(({ state, tries }) => `${state} ${tries}`)).toEqual(Array(50).fill('sent 1'));
});

describe('a kill', () => {
  test('before the claim: the clock sends it, once', async () => {
    await order([invitation]);
    const { deed } = await theMail();

    expect([(await round()).sent, (await round()).sent]).toEqual([1, 0]);
    expect(post.accepted.map(({ headers }) => headers['Plenary-Deed'])).toEqual([deed]);
    expect(await trailed(deed)).toEqual([['outbox']]);
  });

  test('after the claim and before the sending: it is sent once, when the lease ends', async () => {
    await order([invitation]);
    const { deed } = await theMail();
    post.conduct = () => 'kill-before';
    void bell();
    await post.killed;
    expect(await theMail()).toMatchObject({ state: 'claimed', due: '2031-03-01T09:01:00Z' });
    post.conduct = () => 'accept';

    later(59);
    expect([await bell(), (await round()).sent, post.accepted.length]).toEqual(['idle', 0, 0]);
    later(1);
    expect([(await round()).sent, post.accepted.length]).toEqual([1, 1]);
    expect(await theMail()).toMatchObject({ state: 'sent', tries: 2, deed });
    expect(post.accepted[0]?.headers['Plenary-Deed']).toBe(deed);
    expect(await trailed(deed)).toEqual([['outbox']]);
  });

  test('after the sending and before the mark: a second copy, of the same deed and the same mail', async () => {
    await order([invitation]);
    const { deed, id } = await theMail();
    post.conduct = () => 'kill-after';
    void bell();
    await post.killed;
    post.conduct = () => 'accept';
    expect((await round()).sent).toBe(0);

    later(60);
    expect([(await round()).sent, (await round()).sent]).toEqual([1, 0]);
    expect(post.accepted.map(({ headers }) => [headers['Plenary-Deed'], headers['Plenary-Mail']])).toEqual([
      [deed, `arvenne-2031/${id}`],
      [deed, `arvenne-2031/${id}`],
    ]);
    // The deed was done once, and so says the trail.
    expect(await trailed(deed)).toEqual([['outbox']]);
    // Both links open: who uses the first mail is not turned away because of the second.
    expect((await home.dump()).filter(({ type }) => type === 'token').length).toBe(2);
  });

  test('of the answer to the claim or to the mark alone costs no copy', async () => {
    await order([invitation]);
    home.proxy.forget();
    home.proxy.next('cut-after');
    home.proxy.next('cut-after');

    expect([await bell(), home.proxy.struck['cut-after']]).toEqual(['sent', 2]);
    expect(post.accepted.length).toBe(1);
    expect(await theMail()).toMatchObject({ state: 'sent', tries: 1 });
  });
});

test('a mail that was accepted is not forgotten while the table is busy', async () => {
  const busy = await aDoor({ pace: { patience: 0 } });
  const carrier = aPost();
  carrier.conduct = () => {
    busy.proxy.next('throttle');
    busy.proxy.next('throttle');
    return 'accept';
  };
  await perform(busy.door.house, busy.deed(), {
    may: { deed: 'summit:create' },
    read: async () => undefined,
    decide: () => ({
      writes: [],
      answer: undefined,
      mails: [
        { kind: 'role-taken', role: 'secretariat', by: 'amira', to: { address: 'desk@example.org' }, rehearsal: false },
      ],
    }),
  });

  expect(await sweep(anOffice(busy, carrier), busy.clock.now)).toMatchObject({ sent: 1, again: 0 });
  expect(recordsOf(mailKind, await busy.table.all(collections.mailsOf(undefined)))).toMatchObject([
    { state: 'sent', tries: 1 },
  ]);
  expect(busy.logged.map(({ message }) => message)).toEqual(
    Array(2).fill('A mail was sent, and the table could not be told'),
  );
  await busy.close();
});

describe('a mail that is not accepted', () => {
  test('backs off alone, and blocks no other', async () => {
    const good = [1, 2, 3].map((at): Letter => ({ ...told, to: { address: `good-${at}@example.org` } }));
    await order([{ ...told, to: { address: 'bad@example.org' } }, ...good]);
    post.conduct = ({ to }) => (to === 'bad@example.org' ? 'refuse' : 'accept');

    expect(await round()).toEqual({ sent: 3, kept: 0, failed: 0, again: 1, idle: 0 });
    const bad = (await mails()).find(({ state }) => state !== 'sent');
    expect(bad).toMatchObject({ state: 'pending', tries: 1, trouble: 'MessageRejected', due: '2031-03-01T09:03:00Z' });
    // The log names the mail and the deed; whom it was for is nobody's to read there.
    expect(home.logged).toEqual([
      {
        level: 'warn',
        message: 'A mail was not accepted',
        mail: `arvenne-2031/${bad?.id}`,
        deed: bad?.deed,
        tries: 1,
        error: 'MessageRejected',
      },
    ]);
  });

  test('waits longer each time, is given up after its last try, and then is left alone', async () => {
    await order([told]);
    post.conduct = () => 'refuse';
    const waited: number[] = [];
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const fate = await bell();
      expect(fate).toBe(tries === mostTries ? 'failed' : 'again');
      const { due } = await theMail();
      if (due === undefined) break;
      const seconds = (Date.parse(due) - home.clock.now.getTime()) / 1_000;
      waited.push(seconds / 60);
      later(seconds - 1);
      expect(await bell()).toBe('idle');
      later(1);
    }

    expect(waited).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240]);
    expect(await theMail()).toMatchObject({ state: 'failed', failure: 'given-up', trouble: 'MessageRejected' });
    later(1e6);
    expect([await bell(), (await round()).idle]).toEqual(['idle', 0]);
  });

  test('waits likewise when it cannot even be written', async () => {
    await order([told]);
    const office = anOffice(home, post, {
      render: () => {
        throw new TypeError('No words.');
      },
    });

    expect(await ring(office, mailKind.key(await theMail()), home.clock.now)).toBe('again');
    expect(await theMail()).toMatchObject({ state: 'pending', tries: 1, trouble: 'TypeError' });
    expect(await bell()).toBe('idle');
  });

  test('that somebody killed in its last lease is given up without another copy', async () => {
    await order([told]);
    await put(mailKind, { ...(await theMail()), state: 'claimed', tries: mostTries });

    expect(await bell()).toBe('failed');
    expect(post.accepted).toEqual([]);
  });
});

describe('a mail that can go nowhere', () => {
  test.each<[string, Letter, () => Promise<void>]>([
    ['no-address', invitation, () => contact({ emails: [] })],
    [
      'unreachable',
      invitation,
      () =>
        contact({ undeliverable: [{ address: 'ilka@example.org', since: '2031-01-01T00:00:00Z', kind: 'bounce' }] }),
    ],
    ['no-address', { ...invitation, to: { person: 'nobody' } }, async () => {}],
    [
      'no-address',
      invitation,
      () =>
        home.table.batchWrite([
          {
            ...itemOf(contactKind, aContact(), 'seed'),
            record: { emails: ['ilka@example.org\r\nBcc: x@example.org'] },
          },
        ]),
    ],
    ['overtaken', invitation, () => put(panelistKind, aPanelist({ state: 'confirmed' }))],
    ['gone', { ...invitation, session: 'vc-d-13' }, async () => {}],
  ])('fails visibly: %s', async (failure, letter, given) => {
    await given();
    await order([letter]);

    expect(await bell()).toBe('failed');
    expect(await theMail()).toMatchObject({ state: 'failed', failure, tries: 0 });
    expect(post.accepted).toEqual([]);
  });

  test('goes to the next address that is reached', async () => {
    await contact({
      emails: ['ilka@example.org', 'office@example.org'],
      undeliverable: [{ address: 'ilka@example.org', since: '2031-01-01T00:00:00Z', kind: 'complaint' }],
    });
    await order([invitation]);
    await bell();

    expect(post.accepted.map(({ to }) => to)).toEqual(['office@example.org']);
  });
});

describe('a rehearsal', () => {
  test('sends nothing outside: the mail is kept, and read here', async () => {
    await contact({ emails: [] });
    await order([{ ...invitation, rehearsal: true }]);

    expect([await bell(), await bell(), (await round()).kept]).toEqual(['kept', 'idle', 0]);
    const { state, message } = await theMail();
    expect(state).toBe('kept');
    expect(message?.text.split('\n')[0]).toBe(
      'This is a rehearsal with invented people: nothing here is real, and nothing was sent outside.',
    );
    expect(message?.text).toMatch(/invitation\/[\w-]{22}\n/);
    expect(message?.calendar).toContain('BEGIN:VEVENT');
    expect(post.accepted).toEqual([]);
  });
});

test('line breaks in names and titles never reach a header', async () => {
  const wicked = 'A\r\nBcc: x@example.org';
  const raw = { ...itemOf(summitKind, aSummit(), 'seed'), record: { ...aSummit(), title: { en: wicked } } };
  await home.table.batchWrite([raw]);
  await order([{ ...told, kind: 'panelist-answered', answer: 'confirmed' }]);
  await bell();
  await put(summitKind, aSummit());

  const [{ from, subject, to, headers }] = post.accepted as [FakePost['accepted'][0]];
  expect(from).toBe('A Bcc: x@example.org');
  for (const line of [from, subject, to, ...Object.entries(headers).flat()]) expect(line).not.toMatch(/[\r\n]/);
});
