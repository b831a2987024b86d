import { Declaration } from '../domain/declaration.ts';
import type { Claim } from '../domain/claim.ts';
import { accounted } from '../domain/carriage.ts';
import { Carriage, type Paragraph } from '../domain/paragraph.ts';
import { Signature } from '../domain/signature.ts';
import { apart, type Spoken, spoken, type Translation } from '../domain/translation.ts';
import { DomainError, notFound } from '../domain/error.ts';
import { absent } from './absent.ts';
import { claimKind } from './claim.ts';
import type { Table } from './client.ts';
import { findRecord, type Kind, recordOf, recordsOf } from './item.ts';
import {
  collections,
  declarationKey,
  type Key,
  leftOutKey,
  lists,
  placeIn,
  signatureKey,
  signaturesFrom,
} from './key.ts';
import { paragraphKind, translationKind } from './paragraph.ts';
import { Raced, type Write } from './transact.ts';

export const declarationKind: Kind<Declaration> = {
  type: 'declaration',
  schema: 2,
  record: Declaration,
  key: ({ summit, slug }) => declarationKey(summit, slug),
  place: ({ summit, slug }) => placeIn(lists.declarationsOf(summit), slug),
  card: ({ abstract: _, sources: __, corrections: ___, history: ____, batch: _____, ...card }) => card,
};

export const leftOutKind: Kind<Carriage> = {
  type: 'left-out',
  schema: 1,
  record: Carriage,
  key: ({ summit, declaration, session, outcome, batch }) => leftOutKey(summit, declaration, session, outcome, batch),
};

export const signatureKind: Kind<Signature> = {
  type: 'signature',
  schema: 2,
  record: Signature,
  key: ({ summit, declaration, slug }) => signatureKey(summit, declaration, slug),
  place: ({ summit, declaration, slug, organization }) =>
    placeIn(lists.actsOf(organization), `SIGNATURE#${summit}#${declaration}#${slug}`),
  // Who signed for it is in the record alone.
  card: ({ summit, declaration, slug, capacity, on, state, origin }) => ({
    summit,
    declaration,
    slug,
    capacity,
    on,
    state,
    origin,
  }),
};

/** A declaration with its text: the paragraphs that stand in it, in all their languages, and the outcomes that stand nowhere in it. */
export interface WholeDeclaration {
  declaration: Declaration;
  paragraphs: Spoken[];
  leftOut: Carriage[];
  claims: Claim[];
}

/** A text as it is drafted: its paragraphs in the authentic language, those that are gone too, and their translations apart from them. */
export interface DraftedText {
  declaration: Declaration;
  paragraphs: Paragraph[];
  translations: Translation[];
  /** Translations that a paragraph was written with before they lay apart: whoever writes that paragraph writes them, too. */
  within: Translation[];
  /** What was left out as the text was compiled. */
  compiled: Carriage[];
  claims: Claim[];
}

/** Errors: `not-found`. */
export const getDeclaration = async (table: Table, summit: string, declaration: string): Promise<Declaration> =>
  (await findRecord(table, declarationKind, declarationKey(summit, declaration))) ?? absent('declaration');

/** Those of the named declarations that there are, by slug. */
export const findDeclarations = async (
  table: Table,
  summit: string,
  slugs: readonly string[],
): Promise<Map<string, Declaration>> => {
  const items = slugs.length > 0 ? await table.batchGet(slugs.map((slug) => declarationKey(summit, slug))) : [];
  return new Map(
    items.map((item) => recordOf(declarationKind, item)).map((declaration) => [declaration.slug, declaration]),
  );
};

/** The text whose head lies at this key, as it is drafted. Errors: `not-found`. */
const getTextAt = async (table: Table, { pk }: Key): Promise<DraftedText> => {
  const items = await table.all({ pk, below: signaturesFrom });
  const [declaration] = recordsOf(declarationKind, items);
  if (!declaration) return absent('declaration');
  const own = <T extends { batch: string }>(records: T[]): T[] =>
    records.filter(({ batch }) => batch === declaration.batch);
  const parted = own(recordsOf(paragraphKind, items)).map((one) => apart(one, declaration.language));
  const translations = own(recordsOf(translationKind, items));
  const known = new Set(translations.map(({ paragraph, language }) => `${paragraph} ${language}`));
  const within = parted
    .flatMap((one) => one.translations)
    .filter(({ paragraph, language }) => !known.has(`${paragraph} ${language}`));
  return {
    declaration,
    paragraphs: parted.map(({ paragraph }) => paragraph),
    translations: [...translations, ...within],
    within,
    compiled: own(recordsOf(leftOutKind, items)),
    claims: recordsOf(claimKind({ summit: declaration.summit, declaration: declaration.slug }), items),
  };
};

/** One Query: the head with the text of its own compilation, as it is drafted. Errors: `not-found`. */
export const getText = (table: Table, summit: string, slug: string): Promise<DraftedText> =>
  getTextAt(table, declarationKey(summit, slug));

/** A drafted text as it is read. */
export const wholeOf = ({ declaration, paragraphs, translations, compiled, claims }: DraftedText): WholeDeclaration => {
  const by = new Map<string, Translation[]>();
  for (const one of translations) by.set(one.paragraph, [...(by.get(one.paragraph) ?? []), one]);
  const { leftOut } = accounted(paragraphs, compiled);
  return {
    declaration,
    paragraphs: paragraphs
      .filter(({ gone }) => !gone)
      .map((paragraph) => spoken(paragraph, by.get(paragraph.slug) ?? [], declaration.language)),
    leftOut,
    claims,
  };
};

/** The declaration whose head lies at this key, with its text. Errors: `not-found`. */
export const getWholeDeclarationAt = async (table: Table, at: Key): Promise<WholeDeclaration> =>
  wholeOf(await getTextAt(table, at));

/**
 * One Query: the head with the paragraphs of its own compilation. Without the head nothing is readable, and what an interrupted compilation
 * left behind belongs to no head. Errors: `not-found`.
 */
export const getWholeDeclaration = (table: Table, summit: string, slug: string): Promise<WholeDeclaration> =>
  getWholeDeclarationAt(table, declarationKey(summit, slug));

/** Every act on a declaration, in the order of the organizations. */
export const allSignatures = async (table: Table, summit: string, declaration: string): Promise<Signature[]> =>
  recordsOf(signatureKind, await table.all(collections.signaturesOf(summit, declaration)));

/** What an organization did on a declaration in one capacity, the first first: one, unless it withdrew and signed anew. */
export const actsBy = async (
  table: Table,
  { summit, declaration }: { summit: string; declaration: string },
  { organization, capacity }: Pick<Signature, 'organization' | 'capacity'>,
): Promise<Signature[]> => {
  const { pk, sk: prefix } = signatureKey(summit, declaration, `${organization}-${capacity}`);
  // What begins so may be another's, whose name goes on like this.
  return recordsOf(signatureKind, await table.all({ pk, prefix }))
    .filter((one) => one.organization === organization && one.capacity === capacity)
    .toSorted((one, other) => one.slug.length - other.slug.length || (one.slug < other.slug ? -1 : 1));
};

/** Errors: `not-found`. */
export const getSignature = async (
  table: Table,
  summit: string,
  declaration: string,
  signature: string,
): Promise<Signature> =>
  (await findRecord(table, signatureKind, signatureKey(summit, declaration, signature))) ?? absent('signature');

/**
 * Notes on the head that an act or a claim about the declaration is recorded, or was taken back, so that the head is not removed from under it.
 * Only what a source reports is noted so: whoever transcribes it is alone at it.
 */
export const noteAbout = (
  table: Table,
  { summit, declaration }: { summit: string; declaration: string },
  by: 1 | -1,
): Write => ({
  action: {
    Update: {
      TableName: table.name,
      Key: declarationKey(summit, declaration),
      UpdateExpression: 'ADD about :by',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':by': by },
    },
  },
  refuse: () => notFound('declaration'),
});

/** Removes a head that nothing is recorded about; with it everything of the declaration is gone. */
export const removeHead = (table: Table, declaration: Declaration): Write => {
  const isThisVersion = '#version = :was';
  const isNothingAbout = '(attribute_not_exists(about) OR about = :none)';
  return {
    action: {
      Delete: {
        TableName: table.name,
        Key: declarationKind.key(declaration),
        ConditionExpression: `${isThisVersion} AND ${isNothingAbout}`,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':was': declaration.version, ':none': 0 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    refuse: (old) =>
      Number(old?.about?.N ?? 0) > 0
        ? new DomainError('in-use', 'Signatures or claims are recorded about the declaration. Remove them first.')
        : new Raced(),
    trace: { type: declarationKind.type, key: declarationKind.key(declaration), before: declaration },
  };
};
