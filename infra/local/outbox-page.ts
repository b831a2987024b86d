import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Arrived, Mailbox } from './mail.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Plenary on this machine</title>
<style>body{font:1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}
td,th{text-align:start;padding:.2rem 1rem .2rem 0;vertical-align:top}pre{white-space:pre-wrap}iframe{width:100%;height:32rem;border:1px solid #999}</style>
<h1>${escaped(title)}</h1>
${body}
</html>`;

const fileOf = ({ id }: Arrived, at: number): string => `/outbox/${id}/${at}`;

const row = (message: Arrived): string =>
  `<tr><td>${escaped(message.at)}<td>${escaped(message.to.join(', '))}<td><a href="/outbox/${message.id}">${escaped(message.subject)}</a></tr>`;

const listPage = (messages: readonly Arrived[]): string =>
  page(
    'Outbox',
    `<p>Mail that left the platform: ${messages.length}. Nothing of it leaves this machine. What goes to bounce@ or complaint@ comes back.</p>
<table><thead><tr><th>Sent<th>To<th>Subject</tr></thead><tbody>${messages.map(row).join('\n')}</tbody></table>`,
  );

const messagePage = (message: Arrived): string => {
  const { at, from, to, subject, text, html, headers, files } = message;
  const heading = Object.entries({ Sent: at, From: from, To: to.join(', '), Subject: subject, ...headers })
    .map(([name, value]) => `<tr><th>${escaped(name)}<td>${escaped(value)}</tr>`)
    .join('\n');
  const links = files.map(
    ({ name }, number) => `<p><a href="${fileOf(message, number)}" download>${escaped(name)}</a></p>`,
  );
  // No script of a mail runs, and its links open in a window of their own.
  const shown = `<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escaped(`<base target="_blank">${html}`)}"></iframe>`;
  return page(
    subject,
    `<p><a href="/outbox">Outbox</a></p>\n<table>${heading}</table>\n${links.join('\n')}\n<h2>Text</h2>\n<pre dir="auto">${escaped(text)}</pre>\n<h2>HTML</h2>\n${shown}`,
  );
};

type Shown = { readonly type: string; readonly body: string };
const html = (body: string): Shown => ({ type: 'text/html; charset=utf-8', body });

/** What an address of the outbox shows; undefined where it shows nothing. */
const shownAt = async (mailbox: Mailbox, path: string): Promise<Shown | undefined> => {
  const messages = await mailbox.list();
  if (path === '/outbox') return html(listPage(messages));
  if (path === '/outbox.json')
    return { type: 'application/json', body: JSON.stringify({ count: messages.length, messages }) };
  const [, id, file] = /^\/outbox\/([\w-]+)(?:\/(\d+))?$/.exec(path) ?? [];
  const message = messages.find((one) => one.id === id);
  if (!message) return undefined;
  if (file === undefined) return html(messagePage(message));
  const { content } = message.files[Number(file)] ?? {};
  return content === undefined ? undefined : { type: 'text/calendar; charset=utf-8', body: content };
};

const isHere = ({ socket, headers }: IncomingMessage): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') &&
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? '');

const isOutbox = (path: string): boolean => /^\/outbox($|[./])/.test(path);

/**
 * The mails that left, as a page. Whoever reads them can answer for everybody, so they show only to this machine, whatever HOST says, as sign-in does.
 * Answers whether the request was for them.
 */
export const showOutbox =
  (mailbox: Mailbox) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (!isOutbox(path) || !isHere(request)) return false;
    const shown = await shownAt(mailbox, path);
    const { type, body } =
      shown ?? html(page('Not found', '<p>There is no such mail in the <a href="/outbox">outbox</a>.</p>'));
    response.writeHead(shown ? 200 : 404, {
      'content-type': type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'referrer-policy': 'no-referrer',
    });
    response.end(body);
    return true;
  };
