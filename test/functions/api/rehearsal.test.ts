import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDoor, type Client, type Household } from '../../door.ts';

// Nobody real ever appears to have said, signed or decided what they did not; and nobody invented stands among the real.

let house: Household;
let secretariat: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await aDoor();
  ({ secretariat } = house);
  for (const [slug, rehearsal] of [
    ['invented', true],
    ['actual', false],
  ] as const) {
    await secretariat.make('/summits', { slug, title: { en: slug }, rehearsal, zone: 'Europe/Paris' });
    await secretariat.make('/organizations', { slug: `${slug}-city`, name: { en: slug }, kind: 'city', rehearsal });
    const person = await secretariat.make('/people', { name: slug, rehearsal });
    ids[slug] = String(person.id);
    await secretariat.make(`/summits/${slug}/sessions`, { reference: 'One 1', title: { en: 'One' } });
  }
});
afterAll(() => house.close());

const pairs = [
  ['invented', 'actual', 'nobody real takes part in a rehearsal'],
  ['actual', 'invented', 'what is invented for a rehearsal stays in rehearsals'],
] as const;

describe.each(pairs)('at the %s summit', (here, other, why) => {
  const refused = async (path: string, body: object, ...pointers: string[]) => {
    const { status, json } = await secretariat.post(path, body);
    expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
    expect(json.errors?.[0]?.detail).toContain(why);
  };

  test(`no ${other} organization takes part`, async () => {
    const path = `/summits/${here}/participations`;
    await refused(path, { organization: `${other}-city`, capacities: ['host'] }, '/organization');
    await secretariat.make(path, { organization: `${here}-city`, capacities: ['host'] });
  });

  test(`no ${other} organization leads a session or is a partner in it`, async () => {
    const [lead, partners] = [[{ organization: `${other}-city` }], [{ organization: `${other}-city` }]];
    const pointers = ['/lead/0/organization', '/partners/0/organization'];
    const draft = { reference: 'Two 2', title: { en: 'Two' }, lead, partners };
    await refused(`/summits/${here}/sessions`, draft, ...pointers);
    const changed = await secretariat.patch(`/summits/${here}/sessions/one-1`, { lead }, { 'if-match': '*' });
    expect([changed.status, changed.json.errors?.[0]?.pointer]).toEqual([422, '/lead/0/organization']);
  });

  test(`no ${other} organization owns a commitment`, async () => {
    await secretariat.make(`/summits/${here}/sessions`, { reference: 'Three 3', title: { en: 'Three' } });
    await secretariat.pass(`/summits/${here}/sessions/three-3`, 'submitted', 'accepted');
    const commitment = { type: 'commitment', text: { en: 'To plant trees' } };
    const path = `/summits/${here}/sessions/three-3/outcomes`;
    await refused(path, { ...commitment, owner: { organization: `${other}-city` } }, '/owner/organization');
    await secretariat.make(path, { ...commitment, owner: { organization: `${here}-city` } });
  });

  test(`no ${other} person has a place on a panel, and nobody for an ${other} organization`, async () => {
    const path = `/summits/${here}/sessions/one-1/panelists`;
    const organizations = [{ organization: `${other}-city` }];
    await refused(
      path,
      { person: ids[other], role: 'panelist', organizations },
      '/person',
      '/organizations/0/organization',
    );
    const seat = await secretariat.make(path, { person: ids[here], role: 'panelist' });
    const changed = await secretariat.patch(`${path}/${seat.slug}`, { organizations }, { 'if-match': '*' });
    expect(changed.status).toBe(422);
  });

  test(`no ${here} organization is a member of an ${other} one`, async () => {
    await refused(`/organizations/${here}-city/memberships`, { in: `${other}-city`, as: 'member' }, '/in');
  });

  test(`what is ${here} stays so`, async () => {
    for (const path of [`/organizations/${here}-city`, `/people/${ids[here]}`, `/summits/${here}`]) {
      const { status, json } = await secretariat.patch(path, { rehearsal: here === 'actual' }, { 'if-match': '*' });
      expect([status, json.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/rehearsal']]);
    }
  });
});
