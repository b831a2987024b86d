import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { theClock } from '../../../shared/domain/access.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Contact } from '../../../shared/domain/person.ts';
import { noteBounce, type Returned } from '../../../shared/operations/bounce.ts';
import { changeContact } from '../../../shared/operations/contact.ts';
import { sweep } from '../../../shared/operations/outbox.ts';
import { perform } from '../../../shared/operations/perform.ts';
import { unreachableDays } from '../../../shared/table/address.ts';
import { contactWrites } from '../../../shared/table/contact.ts';
import { itemOf, recordsOf } from '../../../shared/table/item.ts';
import { collections } from '../../../shared/table/key.ts';
import { mailKind } from '../../../shared/table/outbox.ts';
import { findContact, personKind } from '../../../shared/table/person.ts';
import { summitKind } from '../../../shared/table/summit.ts';
import { transact } from '../../../shared/table/transact.ts';
import { aSummit } from '../../builders.ts';
import { aDoor, type Household } from '../../door.ts';
import { anOffice, aPost, type FakePost } from '../../post.ts';
import { aContact, aPerson } from '../../records.ts';

let home: Household;
let post: FakePost;

const at = '2031-03-01T08:59:30.123Z';
const since = '2031-03-01T08:59:30Z';
const returned: Returned = { address: 'ILKA@example.org', kind: 'bounce', at };
const letter: Letter = {
  kind: 'role-taken',
  role: 'reviewer',
  summit: 'arvenne-2031',
  by: 'amira',
  to: { person: 'ilka' },
  rehearsal: false,
};

const order = async (...mails: Letter[]): Promise<void> => {
  await perform(home.door.house, home.deed(), {
    may: { deed: 'summit:create' },
    read: async () => undefined,
    decide: () => ({ writes: [], answer: undefined, mails }),
  });
  await sweep(anOffice(home, post), home.clock.now);
};
const note = (given: Partial<Returned> = {}): Promise<void> =>
  noteBounce(home.door.house, home.deed({ caller: theClock }), { ...returned, ...given });
const states = async (): Promise<(string | undefined)[]> =>
  recordsOf(mailKind, await home.table.all(collections.mailsOf('arvenne-2031'))).map(
    ({ state, failure }) => failure ?? state,
  );
const marksOf = async (person: string): Promise<Contact['undeliverable']> =>
  (await findContact(home.table, person))?.undeliverable;

beforeAll(async () => {
  home = await aDoor();
});
afterAll(() => home.close());
beforeEach(async () => {
  const all = (await home.dump()).filter(({ pk }) => !String(pk).startsWith('ACCOUNT'));
  await home.table.batchWrite(
    [],
    all.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
  post = aPost();
  await home.table.batchWrite([
    itemOf(summitKind, aSummit(), 'seed'),
    itemOf(personKind, aPerson(), 'seed'),
    itemOf(personKind, aPerson({ id: 'noor', name: 'Noor Hadavi' }), 'seed'),
  ]);
  for (const contact of [aContact(), aContact({ person: 'noor', emails: ['ilka@example.org', 'noor@example.org'] })])
    await transact(home.table, contactWrites(home.table, { before: undefined, after: contact }, 'seed'), 'seed');
});

describe('a mail that came back', () => {
  test('is noted on every contact that has the address, on the mail, and on the trail', async () => {
    await order(letter);
    await note({ mail: post.accepted[0]?.headers['Plenary-Mail'] });

    const mark = [{ address: 'ilka@example.org', since, kind: 'bounce' }];
    expect([await marksOf('ilka'), await marksOf('noor')]).toEqual([mark, mark]);
    const [mail] = recordsOf(mailKind, await home.table.all(collections.mailsOf('arvenne-2031')));
    expect(mail).toMatchObject({ state: 'sent', returned: { at: since, kind: 'bounce' } });
    const trail = (await home.dump()).filter(
      ({ type, entry }) => type === 'pending' && (entry as { by: string }).by === 'clock',
    );
    expect(trail.map(({ entry }) => (entry as { what: { type: string }[] }).what.map(({ type }) => type))).toEqual([
      ['contact', 'contact'],
    ]);
  });

  test('keeps later mail from that address: it fails visibly, and goes to another where there is one', async () => {
    await note();
    await order(letter, { ...letter, to: { person: 'noor' } }, { ...letter, to: { address: 'ilka@example.org' } });

    expect((await states()).toSorted()).toEqual(['sent', 'unreachable', 'unreachable']);
    expect(post.accepted.map(({ to }) => to)).toEqual(['noor@example.org']);
  });

  test('told twice, and by two at once, is noted once', async () => {
    await Promise.all([note(), note()]);
    await note({ kind: 'complaint' });

    expect(await marksOf('ilka')).toEqual([{ address: 'ilka@example.org', since, kind: 'bounce' }]);
  });

  test('of a mail or an address that nobody knows is noted for the address alone', async () => {
    await note({ address: 'desk@example.org', mail: 'arvenne-2031/none' });
    await note({ address: 'desk@example.org', mail: 'nothing of ours' });
    await order({ ...letter, to: { address: 'desk@example.org' } });

    expect([await states(), await marksOf('ilka')]).toEqual([['unreachable'], undefined]);
  });
});

describe('an address that came back', () => {
  test('is tried again once it is taken out and given anew', async () => {
    await note();
    const change = (emails: string[]): Promise<Contact> =>
      changeContact(home.door.house, home.deed({ ifMatch: '*' }), 'ilka', ({ phones, language, summits }) => ({
        emails,
        phones,
        language,
        summits,
      }));
    await change(['office@example.org']);
    await change(['ilka@example.org']);
    await order(letter);

    expect([await marksOf('ilka'), await states()]).toEqual([undefined, ['sent']]);
  });

  test('that is nobody’s yet is tried again after some time', async () => {
    await note({ address: 'desk@example.org' });
    home.clock.move(unreachableDays * 24 * 60 * 60);
    await order({ ...letter, to: { address: 'desk@example.org' } });

    expect(await states()).toEqual(['sent']);
  });
});
