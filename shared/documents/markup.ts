/** HTML that is ready to be part of more HTML. Only the template below makes it, so what people wrote is escaped exactly once. */
class Markup {
  constructor(readonly html: string) {}
}

/** What may stand in a template: words, which are escaped, and markup, which is not. */
export type Piece = string | number | Markup | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const htmlOf = (piece: Piece): string => {
  if (piece instanceof Markup) return piece.html;
  if (typeof piece === 'object') return piece.map(htmlOf).join('');
  return String(piece).replace(/[&<>"']/g, (character) => entities[character] ?? '');
};

/** A template of HTML, for element content and quoted attributes alike. */
export const markup = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(strings.reduce((html, string, index) => html + htmlOf(pieces[index - 1] ?? '') + string));
