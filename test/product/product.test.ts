import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { example } from '../../infra/local/greeting.ts';
import { clientAt } from '../table.ts';
import { arrived, invite, mail, mailsTo } from './mail.ts';
import { pages } from './pages.ts';
import { aTerminal, type Product } from './terminal.ts';

// The product as a newcomer meets it: started once by its command, used by what its README says to paste, cut off, and started again.
const terminal = await aTerminal();
const product: Product = { terminal, running: await terminal.start() };
afterAll(async () => {
  await product.running.stop();
  await terminal.leave();
});

describe('the product', () => {
  const get = async (path: string, token?: string) => {
    const response = await fetch(`${terminal.address}/api/v1${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
  };
  const secretariat = async (): Promise<string> => (await terminal.paste('npm run -s token -- amira')).trim();

  test('says where to look, and what to paste, as the README does', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

    expect(readme).toContain(example('http://127.0.0.1:8080'));
    const { dataDir } = terminal;
    // The token is asked of this very start, whatever folder another terminal would take.
    for (const line of example(product.running.address, dataDir).split('\n'))
      expect(product.running.said).toContain(line);
    expect(product.running.said).toContain(`${product.running.address}/api\n`);
  });

  describe('mail', () => mail(product));

  test("the README's example gives a declaration whose every paragraph shows the outcome it came from", async () => {
    const printed = await terminal.paste(example(product.running.address));

    expect(printed).toMatch(/"type":\s*"\/api#person-taken"/);
    expect(printed).toMatch(
      /Somebody of \\"HF 3\\" .*is taken by \\"HF 2\\" from 2031-05-06T13:30:00Z to 2031-05-06T14:30:00Z/,
    );
    expect(printed).toMatch(/"suggestions":\s*\[\s*\{/);
    expect(printed).toContain('# Our first declaration');
    expect(printed).toContain('*Call upon* the development banks to lend to cities');
    expect(printed).toMatch(
      /\| 1 \| \[VC-D \d+, outcome \d+\]\(\/api\/v1\/summits\/rehearsal\/sessions\/vc-d-\d+\/outcomes\/\d+\)/,
    );
    expect(printed).toContain('representing 1.5 billion citizens');
    expect(printed).toContain('Not borne out by the records; 149,792,560 recorded');
    expect(printed).toMatch(/^Valid: /m);
    expect(printed).toContain('(rehearsal/rehearsal-declaration, v2)');
    expect(printed).toContain('note: This is a rehearsal');

    const record = JSON.parse((await get('/summits/rehearsal/declarations/first', await secretariat())).text) as {
      paragraphs: { part: string; number: number | null; sources: { kind: string }[] }[];
    };
    const operative = record.paragraphs.filter(({ part }) => part === 'operative');
    expect(operative.length).toBeGreaterThan(8);
    expect(operative.every(({ sources }) => sources.length === 1 && sources[0]?.kind === 'outcome')).toBe(true);
  });

  test('a session of the rehearsal says where its outcomes went', async () => {
    const { text } = await get('/summits/rehearsal/sessions/vc-d-12/outcomes', await secretariat());
    const { items } = JSON.parse(text) as {
      items: { slug: string; went: { declaration: string; paragraph?: string }[] }[];
    };

    const first = items.map(({ slug, went }) => [
      slug,
      went.find(({ declaration }) => declaration === 'first')?.paragraph,
    ]);
    expect(first.filter(([, paragraph]) => paragraph !== undefined).length).toBeGreaterThan(5);
  });

  describe('the pages', () => pages(product));

  test('killed with -9 it loses nothing, and a second start seeds nothing twice', async () => {
    const paths = [
      '/summits',
      '/organizations?limit=200',
      '/summits/rehearsal/sessions/vc-d-12',
      '/summits/u20-2018/declarations/communique',
    ];
    const drafts = ['/summits/rehearsal/declarations', '/summits/rehearsal/declarations/first'];
    const all = async () => {
      const token = await secretariat();
      return Promise.all([...paths.map((path) => get(path)), ...drafts.map((path) => get(path, token))]);
    };
    const token = await secretariat();
    const created = await fetch(`${product.running.address}/api/v1/summits/rehearsal/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reference: 'CUT 1', title: { en: 'Written a moment before the cut' } }),
    });
    expect(created.status).toBe(201);
    const before = await all();

    await invite(product, 'ben@example.org');
    await product.running.kill();
    product.running = await terminal.start();

    expect(await all()).toEqual(before);
    expect((await get('/summits/rehearsal/sessions/cut-1', await secretariat())).status).toBe(200);
    expect(product.running.said).not.toMatch(/seeded \d/);
    // A mail that was cut off between claim and sending waits until its claim lapses and the clock comes by.
    const deeds = (await arrived(product, 'ben@example.org', 200)).map(({ headers }) => headers['Plenary-Deed']);
    // A second copy is possible only for a cut inside the one call, and says so by the same deed.
    expect(new Set(deeds).size).toBe(1);
    expect(await mailsTo(product, 'ines@example.org')).toHaveLength(1);
  }, 300_000);

  test('every deed is on the trail, which verifies; until somebody changes it in the table itself', async () => {
    const { dataDir, paste } = terminal;
    const verified = await paste('npm run -s verify-trail');
    expect(
      verified
        .trim()
        .split('\n')
        .map((line) => line.replace(/@\d+=[0-9a-f]{64} .*, /, ' ').replace(/@.* {2}/, ' ')),
    ).toEqual(
      [
        'platform',
        'signatures:rehearsal/rehearsal-declaration',
        ...['arvenne', 'marrakech-2018', 'rehearsal', 'rehearsal-2031', 'u20-2018', 'wuf12'].map(
          (slug) => `summit:${slug}`,
        ),
      ].map((chain) => `${chain} nothing is wrong`),
    );

    const { environment } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
      environment: Record<string, string>;
    };
    const table = DynamoDBDocumentClient.from(clientAt(environment.AWS_ENDPOINT_URL_DYNAMODB ?? ''));
    const under = { TableName: environment.TABLE, KeyConditionExpression: 'pk = :pk' };
    const { Items: [body] = [] } = await table.send(
      new QueryCommand({ ...under, ExpressionAttributeValues: { ':pk': 'CHAIN#summit:wuf12' }, Limit: 1 }),
    );
    await table.send(new DeleteCommand({ TableName: environment.TABLE, Key: { pk: body?.pk, sk: body?.sk } }));

    await expect(paste('npm run -s verify-trail')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/summit:wuf12@.* 1 fault\n {2}.*\(.*\) body-missing: /),
    });
  });

  test('a token that nobody signed opens nothing', async () => {
    const { status } = await get('/summits/rehearsal/declarations/first', 'eyJhbGciOiJub25lIn0.e30.');

    expect(status).toBe(401);
  });
});
