import type * as z from 'zod';
import { canonical } from './ordered.ts';
import { found, type Findings } from './package-fault.ts';
import { isSignedBy, type NamedKey } from './named-key.ts';

/** A package that is being checked: its members, the keys to check by, and what is found. */
export interface Checking extends Findings {
  members: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  keys: readonly NamedKey[];
  /** Whether the keys come from outside the package. */
  isNamed: boolean;
  /** The names of the keys that something is signed with. */
  signers: Set<string>;
}

/** A member as text; undefined where it is not there. What is not UTF-8 is noted. */
export const textOf = (checking: Checking, member: string): string | undefined => {
  const bytes = checking.members.get(member);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    found(checking, 'member-unreadable', `${member} is not text in UTF-8.`, { member });
    return undefined;
  }
};

const parsed = <T>(text: string, schema: z.ZodType<T>): T | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    const read = schema.safeParse(value);
    return read.success && canonical(value) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
};

/** A canonical JSON text as what it should be; what it is not is noted. */
export const readAs = <T>(
  checking: Checking,
  schema: z.ZodType<T>,
  text: string,
  where: { member: string; entry?: number },
): T | undefined => {
  const value = parsed(text, schema);
  const which = where.entry === undefined ? where.member : `Entry ${where.entry} of ${where.member}`;
  if (value === undefined)
    found(checking, 'member-unreadable', `${which} is not the canonical JSON of what it should be.`, where);
  return value;
};

/** A member as what it should be; what is missing or not so is noted. */
export const memberAs = <T>(checking: Checking, member: string, schema: z.ZodType<T>): T | undefined => {
  if (!checking.members.has(member)) found(checking, 'member-missing', `${member} is not there.`, { member });
  const text = textOf(checking, member);
  return text === undefined ? undefined : readAs(checking, schema, text, { member });
};

/** Judges a signature of the platform over a text. */
export const checkSigned = async (
  checking: Checking,
  { key: kid, signature }: { key: string; signature: string },
  text: string,
  { what, member }: { what: string; member: string },
): Promise<void> => {
  const key = checking.keys.find((one) => one.kid === kid);
  checking.signers.add(kid);
  if (!key) {
    const among = checking.isNamed ? 'the keys that you named' : 'the keys in the package';
    found(checking, 'other-key', `${what} is signed with the key ${kid}, which is not among ${among}.`, { member });
  } else if (!(await isSignedBy(key, signature, text)))
    found(checking, 'bad-signature', `The signature over ${what} does not fit it.`, { member });
};
