import { addresseesOf, assessable, type Assessment, type Score, scores } from './assessment.ts';
import { numbered, type Paragraph } from './paragraph.ts';
import { folded } from './slug.ts';
import { span } from './when.ts';

/** Something that a text asks of somebody: one paragraph and one of its addressees. */
interface Ask {
  paragraph: string;
  number: number | null;
  theme: string | null;
  addressee: string;
  /** What each assessor says, by the latest document that they went by. */
  said: Assessment[];
}

/** How much of what was asked was done. */
export interface Share {
  /** How many of these were assessed at all, and of how many. */
  assessed: number;
  of: number;
  /** How many assessors' scores say so. */
  realized: number;
  partly: number;
  not: number;
  /** From 0 to 100; null where nothing was assessed. */
  percentage: number | null;
}

/** Where assessors do not say the same. */
export interface Disagreement {
  paragraph: string;
  number: number | null;
  addressee: string;
  said: { assessment: string; assessor: string; score: Score }[];
}

export interface Uptake extends Share {
  byTheme: (Share & { theme: string | null })[];
  byAddressee: (Share & { addressee: string })[];
  disagreements: Disagreement[];
}

const lastDay = ({ source }: Assessment): string => span(source.date).last;

// Whoever looks again, at a later document, has said something new; where the documents are of one day, the later look counts.
const latest = (assessments: readonly Assessment[]): Assessment[] => {
  const inTime = assessments.toSorted((a, b) =>
    `${lastDay(a)} ${a.on} ${a.slug}` < `${lastDay(b)} ${b.on} ${b.slug}` ? -1 : 1,
  );
  return [...new Map(inTime.map((one) => [one.enteredBy, one])).values()];
};

const asksOf = (paragraphs: readonly Paragraph[], language: string, standing: readonly Assessment[]): Ask[] => {
  const asked = new Set(assessable(paragraphs, language).map(({ slug }) => slug));
  return numbered(paragraphs.filter(({ gone }) => !gone))
    .filter(({ slug }) => asked.has(slug))
    .flatMap((paragraph) =>
      addresseesOf(paragraph, language).map((addressee) => ({
        paragraph: paragraph.slug,
        number: paragraph.number,
        theme: paragraph.theme ?? null,
        addressee,
        said: latest(
          standing.filter((one) => one.paragraph === paragraph.slug && folded(one.addressee) === folded(addressee)),
        ),
      })),
    );
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A score for each ask, the mean of its assessors'; the mean of these from −1…+1 onto 0…100, as the G20 Research Group prints it. */
const shareOf = (asks: readonly Ask[]): Share => {
  const assessed = asks.filter(({ said }) => said.length > 0);
  const given = assessed.flatMap(({ said }) => said.map(({ score }) => score));
  const [realized = 0, partly = 0, not = 0] = scores.map((score) => given.filter((one) => one === score).length);
  const average = mean(assessed.map(({ said }) => mean(said.map(({ score }) => score))));
  return {
    assessed: assessed.length,
    of: asks.length,
    realized,
    partly,
    not,
    percentage: assessed.length === 0 ? null : Math.round(((average + 1) / 2) * 100),
  };
};

const groupedBy = <K extends string | null>(asks: readonly Ask[], key: (ask: Ask) => K): [K, Ask[]][] => {
  const groups = new Map<K, Ask[]>();
  for (const ask of asks) groups.set(key(ask), [...(groups.get(key(ask)) ?? []), ask]);
  return [...groups];
};

const disagreement = ({ paragraph, number, addressee, said }: Ask): Disagreement[] =>
  new Set(said.map(({ score }) => score)).size < 2
    ? []
    : [
        {
          paragraph,
          number,
          addressee,
          said: said.map(({ slug, assessor, score }) => ({ assessment: slug, assessor, score })),
        },
      ];

/** What became of a text: how much of what it asks was done, by theme and by addressee, and where those who assessed it disagree. */
export const uptakeOf = (
  paragraphs: readonly Paragraph[],
  language: string,
  assessments: readonly Assessment[],
): Uptake => {
  const asks = asksOf(
    paragraphs,
    language,
    assessments.filter(({ state }) => state === 'recorded'),
  );
  const names = new Map(asks.map(({ addressee }) => [folded(addressee), addressee]));
  return {
    ...shareOf(asks),
    byTheme: groupedBy(asks, ({ theme }) => theme).map(([theme, own]) => ({ theme, ...shareOf(own) })),
    byAddressee: groupedBy(asks, ({ addressee }) => folded(addressee)).map(([name, own]) => ({
      addressee: names.get(name) ?? name,
      ...shareOf(own),
    })),
    disagreements: asks.flatMap(disagreement),
  };
};
