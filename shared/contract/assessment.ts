import * as z from 'zod';
import { Assessment, AssessmentDraft } from '../domain/assessment.ts';
import { type Declaration, type FormLanguage, formLanguages } from '../domain/declaration.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { once } from '../domain/once.ts';
import type { Paragraph } from '../domain/paragraph.ts';
import { slug } from '../domain/record.ts';
import { inLanguage } from '../domain/text.ts';
import { uptakeOf } from '../domain/uptake.ts';
import { toInstant } from '../domain/when.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { passAssessment, recordAssessment } from '../operations/assessment.ts';
import { allAssessments, assessmentKind, getAssessment } from '../table/assessment.ts';
import { getWholeDeclaration } from '../table/declaration.ts';
import { collections } from '../table/key.ts';
import { cite, citeNothing } from '../words/cite.ts';
import { formLanguageOf } from '../words/dictionary.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { recordSeen, seen } from './noun.ts';
import { resource } from './resource.ts';

const declarationPath = '/summits/{summit}/declarations/{declaration}';

const Share = () =>
  z.object({
    assessed: z.int().meta({ description: 'How many of what was asked were assessed.' }),
    of: z.int().meta({ description: 'How many were asked: operative paragraphs, each for each of its addressees.' }),
    realized: z.int().meta({ description: 'How many assessors say +1.' }),
    partly: z.int().meta({ description: 'How many say 0.' }),
    not: z.int().meta({ description: 'How many say −1.' }),
    percentage: z.int().nullable().meta({
      description:
        'The mean of the scores, from 0 (−1 everywhere) to 100 (+1 everywhere); null where none is assessed.',
    }),
  });

export const UptakeSchema = once(() =>
  Share().extend({
    byTheme: z.array(Share().extend({ theme: z.string().nullable() })),
    byAddressee: z.array(Share().extend({ addressee: z.string() })),
    disagreements: z.array(
      z.object({
        paragraph: slug(),
        number: z.int().nullable(),
        addressee: z.string(),
        said: z.array(z.object({ assessment: z.string(), assessor: z.string(), score: z.int() })),
      }),
    ),
    list: z.string().meta({ description: 'API path of the assessments behind it.' }),
    cite: z.string().meta({ description: 'A line to cite.' }),
  }),
);

/** The uptake of a declaration, with its list and a line to cite. */
export const uptakeShown = (
  { declaration, paragraphs }: { declaration: Declaration; paragraphs: readonly Paragraph[] },
  assessments: readonly Assessment[],
  { at, lang, site = '' }: { at: Date; lang?: FormLanguage | undefined; site?: string | undefined },
) => {
  // What is not frozen may still change, and is for few eyes.
  const uptake = uptakeOf(declaration.frozen ? paragraphs : [], declaration.language, assessments);
  const language = lang ?? formLanguageOf(declaration.language);
  const list = `/api/v1/summits/${declaration.summit}/declarations/${declaration.slug}/assessments?state=recorded`;
  const said = {
    title: inLanguage(declaration.title, language),
    moment: { knownAt: toInstant(at) },
    address: `${site}${list}`,
  };
  const { percentage } = uptake;
  return {
    ...uptake,
    list,
    cite:
      percentage === null
        ? citeNothing(language, said)
        : cite(language, { what: 'uptake', number: percentage, ...said }),
  };
};

const one = ({ at }: Pick<Exchange, 'at'>) => ({
  summit: at('summit'),
  declaration: at('declaration'),
  assessment: at('assessment'),
});

export const assessmentRoutes: Route[] = [
  ...resource({
    noun: 'assessment',
    may: 'assessment:write',
    path: `${declarationPath}/assessments`,
    record: Assessment,
    draft: AssessmentDraft,
    examples: {
      create: {
        paragraph: 'p1',
        addressee: 'the river ministers',
        score: 0,
        quotation: 'A first fund is open to cities since May.',
        source: { title: 'Report of the presidency (invented)', url: 'https://example.org/report', date: '2028-06' },
        assessor: 'Institute of River Studies (invented)',
      },
      change: undefined,
    },
    guard: knowsDeclaration,
    get: ({ house, at }) => getAssessment(house.table, at('summit'), at('declaration'), at('assessment')),
    list: {
      filters: () => ({
        paragraph: slug().optional(),
        addressee: z.string().max(200).optional(),
        state: z.enum(statesOf('assessment')).optional(),
      }),
      of: ({ at }) => collections.assessmentsOf(at('summit'), at('declaration')),
      keep: (exchange) => {
        const { paragraph, addressee, state } = exchange.query;
        return recordSeen(
          exchange,
          assessmentKind,
          (found) =>
            (paragraph ?? found.paragraph) === found.paragraph &&
            (addressee ?? found.addressee) === found.addressee &&
            (state ?? found.state) === found.state,
        );
      },
    },
    create: ({ house, deed, at }, draft) => recordAssessment(house, deed, at('summit'), at('declaration'), draft),
    pass: ({ house, deed, at }, to) => passAssessment(house, deed, one({ at }), to),
  }),
  route({
    method: 'GET',
    path: `${declarationPath}/uptake`,
    may: 'read',
    summary: 'Reads what became of a declaration: how much of what it asks was done, by theme and by addressee',
    answers: { name: 'Uptake', schema: UptakeSchema },
    query: () => z.strictObject({ lang: z.enum(formLanguages).optional() }),
    handle: async (exchange) => {
      const { house, at, deed, query, site } = exchange;
      const [whole, assessments] = await Promise.all([
        getWholeDeclaration(house.table, at('summit'), at('declaration')),
        allAssessments(house.table, at('summit'), at('declaration')),
      ]);
      seen(exchange, 'declaration', whole.declaration);
      return { body: uptakeShown(whole, assessments, { at: deed.at, lang: query.lang, site }) };
    },
  }),
];
