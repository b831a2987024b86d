import { SaxesParser } from 'saxes';
import type { Client } from './door.ts';

/** What nobody's name or title ought to hold: markup, the syntax of templates, entities, and a word without an end. */
export const markup = `<x-born onborn="1">'"><script>born()</script>{{7*7}}\${7*7}<%=7*7%>&lt;b&gt; ${'Quay'.repeat(14)}`;

/** The fields in which people write what others read. */
const written = new Set(
  'name title summary text note reason words quotation assessor measure citation signedBy printedTitle biography place message decidedBy addressee aliases'.split(
    ' ',
  ),
);

const spoilt = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value} ${markup}`;
  if (Array.isArray(value)) return value.map(spoilt);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner)]));
};

/** The same as it was sent, with markup in all that somebody wrote. */
export const retold = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(retold);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, inner]) => [
      key,
      written.has(key) && isWritten(inner) ? spoilt(inner) : retold(inner),
    ]),
  );
};

// Words by language, or in one; what has fields of its own is looked into.
const isWritten = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) ||
  (typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^[a-z]{2}$/.test(key)));

/** Somebody in whose every word there is markup. */
export const hostile = (client: Client): Client => {
  // A misprint is quoted letter by letter.
  const json = (path: string, body: unknown): string =>
    path.endsWith('/corrigenda') ? String(body) : JSON.stringify(retold(JSON.parse(String(body))));
  return {
    ...client,
    request: (method, path, { body, ...init } = {}) =>
      client.request(method, path, { ...init, ...(body === undefined ? {} : { body: json(path, body) }) }),
    make: (path, body) => client.make(path, retold(body)),
    post: (path, body, headers) => client.post(path, retold(body), headers),
    patch: (path, body, headers) => client.patch(path, retold(body), headers),
  };
};

const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'xlink:href',
  'background',
  'cite',
  'srcset',
]);
const isSafe = (address: string): boolean => /^(?:https?:\/\/|mailto:|cid:|[/#?]|[\w.-]*$)/.test(address);

/** With every element closed that HTML leaves open; what is born of words is left as it is. */
const wellFormed = (html: string): string =>
  html.replace(/^<!doctype html>/i, '').replaceAll(/<(meta|link|br|hr|img|input)\b([^>]*?)\/?>/g, '<$1$2/>');

/** What stands in a page that its words have brought into being, and its text as it is read. */
export const bornIn = (html: string): { faults: string[]; text: string } => {
  const faults: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', ({ message }) => void faults.push(`not well formed: ${message}`));
  let script: string | undefined;
  parser.on('opentag', ({ name, attributes: all }) => {
    const attributes = all as Record<string, string>;
    if (name.includes('born')) faults.push(`<${name}>`);
    if (name === 'script') script = attributes.type ?? '';
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on|^style$|^srcdoc$/.test(attribute)) faults.push(`${attribute}="${value}"`);
      if (addresses.has(attribute) && !isSafe(value)) faults.push(`${attribute}="${value}"`);
    }
  });
  parser.on('closetag', () => void (script = undefined));
  parser.on('text', (text) => {
    if (script === undefined) texts.push(text);
    else if (script === 'application/ld+json') JSON.parse(text);
    else if (text.trim() !== '') faults.push(`a script says ${text}`);
  });
  parser.write(wellFormed(html)).close();
  return { faults, text: texts.join(' ') };
};
