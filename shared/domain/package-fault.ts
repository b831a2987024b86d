import type { DeclarationCounts } from './count.ts';

/** Everything that can be wrong with a package. The codes are stable. */
export const packageFaults = {
  archive: 'the file cannot be unpacked safely',
  'member-missing': 'a member is not there',
  'member-unknown': 'there is a member that the manifest does not name',
  'member-altered': 'a member is not the one that the manifest names',
  'member-unreadable': 'a member does not have the form that it should have',
  'other-key': 'something is signed with a key that was not named',
  'bad-signature': 'a signature does not fit what it stands beside',
  'text-altered': 'the text is not the one that was sealed',
  'text-elsewhere': 'the members are not all of the same text',
  'certificate-differs': 'the certificate is of another text',
  'source-without-paragraph': 'the sources speak of a paragraph that the text does not have',
  'entry-missing': 'an entry of the chain is not there',
  'entry-altered': 'an entry of the chain is not the one that was chained',
  'body-missing': 'what an entry says is not there',
  'body-altered': 'what an entry says is not what was chained',
  'other-text': 'a signature was given to another text',
  'head-altered': 'the signed head does not name the last entry',
  'counts-differ': 'the counts are not what the entries come to',
  'receipt-unreadable': 'the receipt is none, or its place in the chain was not known yet',
  'receipt-elsewhere': 'the receipt is of another declaration',
  'receipt-altered': 'the receipt does not fit itself',
  'receipt-gone': 'the signature of the receipt is not in the chain where it was',
  'keys-unreadable': 'what was given as a key is none',
  'format-unknown': 'the package has a format that this program does not know',
} as const;
export type PackageFaultCode = keyof typeof packageFaults;

/** One thing that is wrong, in words. */
export interface PackageFault {
  code: PackageFaultCode;
  detail: string;
  member?: string;
  /** The number of an entry of the chain. */
  entry?: number;
}

/** What a check comes to; only the first is good. */
export const packageVerdicts = ['valid', 'wrong', 'not-checked', 'origin-not-shown'] as const;

/** What a package is of, as far as it could be read. */
export interface PackageAbout {
  summit: string;
  declaration: string;
  version: string;
  title?: string | undefined;
  rehearsal: boolean;
  hash: string;
  /** How many entries the chain has, its last hash, and when that was signed. */
  count: number;
  head: string;
  at: string;
}

/** What was found, all at once. */
export interface PackageVerdict {
  verdict: (typeof packageVerdicts)[number];
  /** In one sentence. */
  says: string;
  about?: PackageAbout | undefined;
  counts?: DeclarationCounts | undefined;
  /** The names of the keys that it is signed with. */
  keys: string[];
  faults: PackageFault[];
  /** What is no fault, and worth knowing. */
  notes: string[];
}

/** Gathers what is wrong. */
export interface Findings {
  faults: PackageFault[];
  notes: string[];
}

/** Notes a fault. */
export const found = (
  { faults }: Pick<Findings, 'faults'>,
  code: PackageFaultCode,
  detail: string,
  where: { member?: string; entry?: number } = {},
): void => void faults.push({ code, detail, ...where });
