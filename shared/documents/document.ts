import type { Form } from '../domain/declaration.ts';
import type { MailLanguage } from '../domain/language.ts';
import type { Run } from './run.ts';

/** What a reader can follow: a label, and the address behind it where there is one. */
export interface Cited {
  label: string;
  href?: string | undefined;
  title?: Run | undefined;
}

/** A mark at the top that no representation may lack. */
export interface Mark {
  kind: 'rehearsal' | 'reported' | 'draft' | 'translation';
  words: string;
}

/** A sub-point with its label "(a)" and the punctuation that ends it. */
export interface PrintedPoint {
  id: string;
  label: string;
  text: Run[];
  end: string;
  from: Cited[];
}

/** A paragraph as it is printed; its number is null in the preamble, and `end` is a colon before points. */
export interface PrintedParagraph {
  id: string;
  number: number | null;
  opening: string;
  rest: Run[];
  end: string;
  points: PrintedPoint[];
  from: Cited[];
}

export interface Section {
  heading: Run | undefined;
  paragraphs: PrintedParagraph[];
}

/** An annex: "Annex I", its heading, and paragraphs that are numbered on their own. */
export interface Annex extends Section {
  label: string;
}

/** A footnote, where the text calls it by its number. */
export interface Note {
  number: number;
  text: Run[];
}

/** One row of the table of sources: which paragraph or point, what it comes from, which sessions stand behind it, and how it was carried. */
export interface SourceRow {
  paragraph: Cited;
  source: Cited;
  sessions: Cited[];
  relation: string;
}

/** What is printed of a declaration that was compiled here. */
export interface TextBody {
  kind: 'text';
  salutation: Run[] | undefined;
  formula: Run[];
  preamble: PrintedParagraph[];
  sections: Section[];
  close: Run[][];
  annexes: Annex[];
  notes: Note[];
  sources: SourceRow[];
  leftOut: { outcome: Cited; reason: string }[];
}

/** One organization's reported act. */
export interface PrintedAct {
  organization: string;
  date: string;
  signedBy: string;
  sources: Cited[];
}

/** What acts come to: organizations, countries and people, with what makes the figures comparable or not. */
export interface PrintedCount {
  who: string;
  organizations: string;
  countries: string;
  people: string;
  remarks: string;
}

/** A figure that somebody printed, beside what the records show. */
export interface PrintedClaim {
  words: string;
  by: Cited;
  shown: string;
}

/** What is printed of a declaration that a source reports: never its text. */
export interface ReportBody {
  kind: 'report';
  abstract: Run[];
  signatories: string | undefined;
  acts: { heading: string; acts: PrintedAct[] }[];
  counts: PrintedCount[];
  claims: PrintedClaim[];
  facts: { facts: string; source: Cited; says: string }[];
}

/** A declaration as every format prints it. */
export interface DeclarationDocument {
  language: MailLanguage;
  form: Form;
  marks: Mark[];
  title: Run;
  summit: Run;
  /** Lines under the title: what kind of text it is and how it stands, its date, whom it addresses. */
  lines: string[];
  body: TextBody | ReportBody;
}
