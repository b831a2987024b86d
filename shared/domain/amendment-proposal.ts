import { type Amendment, type AmendmentDraft, inserts, saidThere } from './amendment.ts';
import { isAsked } from './circulation.ts';
import type { Declaration } from './declaration.ts';
import { DomainError, type FieldError, refuseAll } from './error.ts';
import { marksOf } from './footnote.ts';
import { firstState } from './lifecycle.ts';
import type { Paragraph } from './paragraph.ts';
import { wordingFaults } from './paragraph-draft.ts';
import type { Participation } from './participation.ts';
import type { Instant } from './when.ts';

const wordFaults = ({ kind, words, point, opening }: AmendmentDraft, language: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (kind === 'delete' && words)
    errors.push({
      pointer: '/words',
      detail: 'Leave the words out: it deletes. To change them, propose to replace them.',
    });
  if (kind !== 'delete' && words?.[language] === undefined)
    errors.push({ pointer: '/words', detail: `Give the words in "${language}", the authentic language.` });
  if (inserts({ kind }) && point !== undefined)
    errors.push({ pointer: '/point', detail: 'Leave the point out: a paragraph is inserted beside a paragraph.' });
  if (!inserts({ kind }) && opening !== undefined)
    errors.push({ pointer: '/opening', detail: 'Leave it out: only an inserted paragraph has an opening of its own.' });
  return errors;
};

const targetFaults = (
  { kind, point, paragraph, words }: AmendmentDraft,
  target: Paragraph,
  language: string,
): FieldError[] => {
  if (inserts({ kind })) return [];
  const ids = target.points.map(({ id }) => id).join(', ');
  const said = saidThere(target, { kind, point }, language);
  if (said === undefined)
    return [
      {
        pointer: '/point',
        detail: ids === '' ? `Leave it out: the paragraph "${paragraph}" has no points.` : `Choose one of ${ids}.`,
      },
    ];
  if (kind === 'replace' && said === '')
    return [
      { pointer: '/point', detail: `Say which of its points is to be replaced: ${ids}. It has no words of its own.` },
    ];
  if (kind === 'replace' && said === words?.[language])
    return [{ pointer: '/words', detail: 'Change something: these are the words that it has.' }];
  return [];
};

// Whoever proposes hears at once what would stand against their words in the text.
const wordingFaultsOf = (
  { kind, words, opening }: AmendmentDraft,
  target: Paragraph,
  { language, form }: Pick<Declaration, 'language' | 'form'>,
): FieldError[] => {
  const said = words?.[language];
  if (said === undefined) return [];
  const text = { [language]: said };
  if (!inserts({ kind })) {
    const known = new Set(target.footnotes?.map(({ id }) => id));
    return marksOf({ text, points: [] }, language)
      .filter((id) => !known.has(id))
      .map((id) => ({
        pointer: '/words',
        detail: `Take the mark "[^${id}]" out: the paragraph has no such footnote.`,
      }));
  }
  const wording = { opening: opening ?? target.opening, addressees: [], text, points: [], footnotes: [] };
  return wordingFaults(wording, { part: target.part, form, language }).map(({ pointer, detail }) => ({
    pointer: pointer === '/text' ? '/words' : pointer,
    detail,
  }));
};

/** What is wrong with an organization that may not amend: those who are asked may, observers and supporters are heard in other ways. */
const mayAmend = (organization: string, participation: Participation | undefined): FieldError[] => {
  if (!participation)
    return [
      {
        pointer: '/organization',
        detail: `"${organization}" does not take part in this summit. Those who do may propose amendments.`,
      },
    ];
  const { state, capacities } = participation;
  if (state === 'withdrawn' || state === 'absent')
    return [
      {
        pointer: '/organization',
        detail: `The participation of "${organization}" is ${state}. Those who take part may propose amendments.`,
      },
    ];
  if (!isAsked(participation))
    return [
      {
        pointer: '/organization',
        detail: `"${organization}" takes part as ${capacities.join(' and ')}. Hosts, chairs, convenors and participating members may propose amendments.`,
      },
    ];
  return [];
};

/** What an amendment is proposed against: the paragraph as it was then, and what followed it. */
export interface Against {
  paragraph: Paragraph;
  version?: string | undefined;
  next?: string | undefined;
}

/** Proposes an amendment. `faults` are what is wrong beside its own fields. Errors: `invalid`, with every fault at once. */
export const proposeAmendment = (
  declaration: Pick<Declaration, 'summit' | 'slug' | 'language' | 'form' | 'rehearsal'>,
  id: string,
  draft: AmendmentDraft,
  {
    against,
    participation,
    by,
    at,
    faults,
  }: {
    against: Against | undefined;
    participation: Participation | undefined;
    by: string;
    at: Instant;
    faults: readonly FieldError[];
  },
): Amendment => {
  const { language, summit, rehearsal } = declaration;
  const errors = [
    ...faults,
    ...mayAmend(draft.organization, participation),
    ...wordFaults(draft, language),
    ...(against ? targetFaults(draft, against.paragraph, language) : []),
    ...(against ? wordingFaultsOf(draft, against.paragraph, declaration) : []),
  ];
  refuseAll(errors);
  if (!against || !participation) throw new Error('What is missing was to be among the faults.');
  const { paragraph, version, next } = against;
  return {
    ...draft,
    ...(inserts(draft) ? { opening: draft.opening ?? paragraph.opening } : {}),
    slug: id,
    version: 1,
    state: firstState('amendment'),
    summit,
    declaration: declaration.slug,
    language,
    rehearsal,
    printed: participation.counted.printed,
    base: {
      version,
      paragraph: paragraph.version,
      words: saidThere(paragraph, draft, language) ?? '',
      part: paragraph.part,
      order: paragraph.order,
      next,
    },
    at,
    enteredBy: by,
  };
};

/** Refuses to amend what is fixed: the text is drafted, or circulated, until it is frozen. Errors: `not-checkable`, `text-closed`. */
export const mayBeAmended = ({ origin, state, frozen }: Pick<Declaration, 'origin' | 'state' | 'frozen'>): void => {
  if (origin === 'reported')
    throw new DomainError(
      'not-checkable',
      'This declaration is reported: its text is not here, so there is nothing to amend.',
    );
  if (frozen)
    throw new DomainError(
      'text-closed',
      `The declaration is ${state}: its text is frozen and takes no amendments. What an organization says against it is recorded as a dissociation, an editorial mistake as a corrigendum.`,
    );
};
