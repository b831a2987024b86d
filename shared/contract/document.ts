import { countActs } from '../domain/count.ts';
import type { FormLanguage } from '../domain/declaration.ts';
import type { Signature } from '../domain/signature.ts';
import { composeDeclaration } from '../documents/declaration.ts';
import type { DeclarationDocument } from '../documents/document.ts';
import { toHtml } from '../documents/html.ts';
import { toMarkdown } from '../documents/markdown.ts';
import { toPlainText } from '../documents/plain-text.ts';
import type { Answer, Exchange } from '../http/route.ts';
import type { WholeDeclaration } from '../table/declaration.ts';
import { findInstruments } from '../table/instrument.ts';
import { findSessions } from '../table/session.ts';
import { getSummit } from '../table/summit.ts';
import { formLanguageOf } from '../words/dictionary.ts';
import { checkedClaims } from './claim.ts';

/** The representations of a declaration besides its record, by ending, with their media types. */
export const endings = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const renderers: Record<string, (document: DeclarationDocument) => string> = {
  md: toMarkdown,
  html: toHtml,
  txt: toPlainText,
};

const distinct = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.filter((name) => name !== undefined)),
];

/** A declaration as a document, in the asked language or its own. */
export const documentOf = async (
  exchange: Exchange<{ lang?: FormLanguage }>,
  whole: WholeDeclaration,
  signatures: readonly Signature[],
): Promise<Answer> => {
  const { table } = exchange.house;
  const { declaration, paragraphs, leftOut } = whole;
  const reported = declaration.origin === 'reported';
  const links = paragraphs.flatMap(({ sources, points }) => [...sources, ...points.flatMap((point) => point.sources)]);
  const named = distinct([
    ...links.flatMap((link) =>
      link.kind === 'outcome' ? [link.session] : link.kind === 'instrument' ? link.namedBy : [],
    ),
    ...leftOut.map(({ session }) => session),
  ]);
  const [summit, sessions, instruments, claims] = await Promise.all([
    getSummit(table, declaration.summit),
    findSessions(table, declaration.summit, named),
    findInstruments(table, distinct(links.map((link) => (link.kind === 'instrument' ? link.instrument : undefined)))),
    reported ? checkedClaims(table, declaration, whole.claims, signatures) : [],
  ]);
  const document = composeDeclaration(
    {
      declaration,
      paragraphs,
      leftOut,
      summit,
      sessions,
      instruments,
      ...(reported ? { signatures, counts: countActs(signatures), claims } : {}),
    },
    exchange.query.lang ?? formLanguageOf(declaration.language),
  );
  const ending = exchange.ending as keyof typeof endings;
  return {
    document: { type: endings[ending], text: (renderers[ending] ?? toPlainText)(document) },
    version: declaration.version,
  };
};
