/** XML that is ready to be part of more XML. Only `element` makes it, so that what people wrote is escaped exactly once. */
class Xml {
  constructor(readonly text: string) {}
}

type Content = string | number | Xml | readonly Content[];
type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// What XML 1.0 has no place for, not even escaped (2.2 of the Recommendation).
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(impossible, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');

// A line break or a tab in an attribute would be read as a space.
const quoted = (value: string | number): string =>
  `"${escaped(String(value)).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;

const textOf = (content: Content): string => {
  if (content instanceof Xml) return content.text;
  if (typeof content === 'object') return content.map(textOf).join('');
  return escaped(String(content));
};

/** An element with its attributes (those that are undefined are left out) and its content. */
export const element = (name: string, attributes: Attributes, ...content: readonly Content[]): Xml => {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}=${quoted(value)}`],
  );
  const inner = textOf(content);
  return new Xml(inner === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inner}</${name}>`);
};

/** A whole document of one element. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
