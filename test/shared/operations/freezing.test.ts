import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { digest } from '../../../shared/domain/digest.ts';
import { canonical } from '../../../shared/domain/ordered.ts';
import { getDeclaration } from '../../../shared/table/declaration.ts';
import { readGates, throughSigning, throughWords } from '../../../shared/table/gate.ts';
import { allTextVersions, getTextVersion, readBody } from '../../../shared/table/text-version.ts';
import { transact } from '../../../shared/table/transact.ts';
import { aDoor, type Household, type Json } from '../../door.ts';

const summit = 'arvenne-2031';
let house: Household;
beforeAll(async () => {
  house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const { secretariat: amira } = house;
  await amira.make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' });
  await amira.make('/summits', {
    slug: summit,
    title: { en: 'Arvenne City Summit 2031', fr: 'Sommet d’Arvenne 2031' },
    zone: 'Europe/Paris',
    from: '2031-02-10',
    to: '2031-02-12',
  });
  const session = `/summits/${summit}/sessions/rc-7`;
  await amira.make(`/summits/${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' } });
  await amira.make(`/summits/${summit}/sessions`, {
    reference: 'RC 7',
    track: 'voices',
    title: { en: 'Rivers that borders cross' },
    lead: [{ organization: 'river-league' }],
    start: '2031-02-10T09:00:00Z',
    end: '2031-02-10T10:30:00Z',
  });
  await amira.pass(session, 'submitted', 'accepted', 'scheduled', 'held');
  for (const text of ['that each quay names one desk', 'that ferries run at night']) {
    const { slug } = await amira.make(`${session}/outcomes`, { type: 'recommendation', text: { en: text } });
    await amira.pass(`${session}/outcomes/${String(slug)}`, 'filed');
  }
});
afterAll(() => house.close());

let made = 0;
const drafted = async (): Promise<string> => {
  const slug = `text-${(made += 1)}`;
  const body = { slug, title: { en: 'Arvenne Declaration' }, kind: 'declaration' };
  await house.secretariat.make(`/summits/${summit}/declarations`, body);
  return slug;
};
const at = (declaration: string, deed: string): string => `/summits/${summit}/declarations/${declaration}/${deed}`;

const frozenOf = (declaration: Json | Declaration) => (declaration as Declaration).frozen;

describe('freezing', () => {
  test('a text that is adopted by signing is frozen as it is opened: what was hashed can be made again, and was signed', async () => {
    const slug = await drafted();

    const opened = await house.secretariat.make(at(slug, 'opening'), { reason: 'Decided in plenary.' });

    const frozen = frozenOf(opened);
    expect(opened).toMatchObject({ state: 'open-for-signature', text: { version: 'v1', hash: frozen?.hash } });
    expect(frozen).toMatchObject({ version: 'v1', how: 'signing', at: '2031-03-01T09:00:00Z' });
    const version = await getTextVersion(house.table, summit, slug, 'v1');
    const { hashed } = await readBody(house.table, version);
    expect(digest(hashed)).toBe(frozen?.hash);
    expect(canonical(JSON.parse(hashed))).toBe(hashed);
    expect(JSON.parse(hashed)).toMatchObject({
      format: 'plenary-text/1',
      declaration: slug,
      version: 'v1',
      formula: 'We, the participants in Arvenne City Summit 2031,',
      paragraphs: [
        { number: 1, opening: 'Recommend', text: 'that each quay names one desk' },
        { number: 2, opening: 'Recommend', text: 'that ferries run at night' },
      ],
    });
    const [key] = (await house.door.house.signer.publicKeys?.()) ?? [];
    const { seal } = version.frozen ?? {};
    expect(seal?.key).toBe(key?.kid);
    const jwk = { kty: 'EC', crv: 'P-256', x: key?.x ?? '', y: key?.y ?? '' };
    const publicKey = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
    const signature = Buffer.from(seal?.signature ?? '', 'base64url');
    expect(verify('sha256', Buffer.from(hashed), publicKey, signature)).toBe(true);
    expect(verify('sha256', Buffer.from(`${hashed} `), publicKey, signature)).toBe(false);
  });

  test('an issued text is frozen and is not open for signature', async () => {
    const slug = await drafted();

    const issued = await house.secretariat.make(at(slug, 'issue'), {});

    expect(issued).toMatchObject({ state: 'issued', frozen: { how: 'issue', version: 'v1' } });
    const gates = await readGates(house.table, { summit, declaration: slug });
    expect(gates.map(({ words, signing }) => [words, signing])).toEqual(gates.map(() => ['closed', undefined]));
    const again = await house.secretariat.post(at(slug, 'opening'), {});
    expect(again.json).toMatchObject({ type: '/api#wrong-state', state: 'issued', allowed: [] });
  });

  test.each(['opening', 'issue', 'circulations'])('a text without a paragraph is refused at its %s', async (deed) => {
    const slug = await drafted();
    const { items = [] } = (await house.secretariat.get(at(slug, 'paragraphs'))).json;
    for (const { slug: id } of items)
      await house.secretariat.delete(`${at(slug, 'paragraphs')}/${String(id)}?reason=Withdrawn.`, { 'if-match': '*' });

    const { json } = await house.secretariat.post(at(slug, deed), {});

    expect(json).toMatchObject({ type: '/api#wrong-state', detail: 'The text has no paragraphs yet. Draft it first.' });
    expect((await house.secretariat.get(`/summits/${summit}/declarations/${slug}`)).json.state).toBe('drafting');
  });

  test('an edit that passes while a text is frozen is in it, or is refused', async () => {
    const slug = await drafted();
    const of = { summit, declaration: slug };
    const edits = Array.from({ length: 24 }, (_, nth) =>
      transact(house.table, [throughWords(house.table, of, `paragraph-${nth}`, `edit-${nth}`)], `edit-${nth}`),
    );

    const [opened, ...passed] = await Promise.allSettled([house.secretariat.make(at(slug, 'opening'), {}), ...edits]);

    expect(opened.status).toBe('fulfilled');
    const counted = (await readGates(house.table, of)).reduce((sum, { edits: count }) => sum + count, 0);
    const refused = passed.filter(({ status }) => status === 'rejected');
    expect(counted).toBe(passed.length - refused.length);
    expect(refused.map((one) => (one as PromiseRejectedResult).reason.code)).toEqual(refused.map(() => 'text-closed'));
    expect(await allTextVersions(house.table, summit, slug)).toHaveLength(1);
  });

  test('only the text with the frozen hash can be signed, and only once it is open', async () => {
    const slug = await drafted();
    const of = { summit, declaration: slug };
    const sign = (hash: string, request: string) =>
      transact(house.table, [throughSigning(house.table, of, 'arvenne', hash, request)], request);

    await expect(sign('a'.repeat(64), 'too-early')).rejects.toMatchObject({ code: 'signing-closed' });
    await house.secretariat.make(at(slug, 'opening'), {});
    const { frozen } = await getDeclaration(house.table, summit, slug);
    await expect(sign('a'.repeat(64), 'another-text')).rejects.toMatchObject({ code: 'signing-closed' });
    await sign(frozen?.hash ?? '', 'this-text');

    const gates = await readGates(house.table, of);
    expect(gates.reduce((sum, { signed }) => sum + signed, 0)).toBe(1);
  });

  test('a reported declaration is never frozen, and says so', async () => {
    await house.secretariat.make(`/summits/${summit}/declarations`, {
      slug: 'reported',
      title: { en: 'A letter that a newspaper reports' },
      kind: 'open-letter',
      origin: 'reported',
      state: 'issued',
      sources: [{ facts: ['title', 'kind', 'language'], citation: 'The Quay Gazette (invented)' }],
    });

    const { status, json } = await house.secretariat.post(at('reported', 'opening'), {});

    expect([status, json.type]).toEqual([409, '/api#not-checkable']);
  });
});
