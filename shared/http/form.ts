import { DomainError } from '../domain/error.ts';

/** The most that a form may hold, in bytes: the longest text of any is a biography. */
const formLimit = 100_000;

/** What somebody filled in, by the name of the field; of several values of one name the first. */
export type Form = Readonly<Record<string, string>>;

const tooLarge = (): DomainError =>
  new DomainError('too-large', 'The form holds more than 100 KB. Shorten the longest text.');

/** Every field of a form as a browser sends it, in its order; nothing is judged here. Errors: `unsupported-type`, `too-large`. */
export const readPairs = async (request: Request): Promise<[name: string, value: string][]> => {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
    throw new DomainError('unsupported-type', 'Send the form as application/x-www-form-urlencoded.');
  if (Number(request.headers.get('content-length') ?? 0) > formLimit) throw tooLarge();
  const raw = await request.arrayBuffer();
  if (raw.byteLength > formLimit) throw tooLarge();
  // A text area sends its line ends as CR LF, whatever was typed.
  return [...new URLSearchParams(new TextDecoder().decode(raw))].map(([name, value]) => [
    name,
    value.replaceAll('\r\n', '\n'),
  ]);
};

/** Reads a form; of several values of one name the first. Errors: the same. */
export const readForm = async (request: Request): Promise<Form> =>
  Object.fromEntries((await readPairs(request)).toReversed());
