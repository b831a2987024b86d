import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Arrived } from '../../../infra/local/mail.ts';
import { showOutbox } from '../../../infra/local/outbox-page.ts';
import { addressOf } from '../../../infra/local/gateway.ts';

const message: Arrived = {
  id: 'local-1',
  at: '2031-03-01T09:00:00.000Z',
  from: 'summit@example.org',
  to: ['ines@example.org'],
  subject: 'An <b>invitation</b>',
  text: 'Good day & welcome',
  html: '<p>Good "day"</p><script>alert(1)</script>',
  headers: { 'Plenary-Deed': 'request-1' },
  files: [{ name: 'invitation.ics', content: 'BEGIN:VCALENDAR' }],
};

let server: Server;
let address: string;
beforeAll(async () => {
  const show = showOutbox({ accept: async () => ({ id: '' }), list: async () => [message] });
  server = createServer((request, response) => {
    void show(request, response).then((shown) => shown || response.writeHead(418).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = addressOf(server, '127.0.0.1');
});
afterAll(() => server.close());

const get = async (path: string) => {
  const response = await fetch(`${address}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

it('lists what left, and counts it', async () => {
  const { status, text } = await get('/outbox');
  expect(status).toBe(200);
  expect(text).toContain('<a href="/outbox/local-1">An &#60;b&#62;invitation&#60;/b&#62;</a>');
  expect(JSON.parse((await get('/outbox.json')).text)).toEqual({ count: 1, messages: [message] });
});

it('shows a message as text and, where nothing of it can act, as HTML', async () => {
  const { text } = await get('/outbox/local-1');
  expect(text).toContain('<pre dir="auto">Good day &#38; welcome</pre>');
  expect(text).toContain(
    'sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&#60;base target=&#34;_blank&#34;&#62;&#60;p&#62;Good &#34;day&#34;&#60;/p&#62;',
  );
  expect(text).not.toContain('<script>');
});

it('hands out the calendar file', async () => {
  expect(await get('/outbox/local-1/0')).toEqual({
    status: 200,
    type: 'text/calendar; charset=utf-8',
    text: 'BEGIN:VCALENDAR',
  });
});

it.each(['/outbox/local-2', '/outbox/local-1/1', '/outbox/local-1/x'])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it.each(['/', '/outboxes', '/api/outbox'])('leaves %s to the gateway', async (path) => {
  expect((await get(path)).status).toBe(418);
});
