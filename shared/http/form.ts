import { DomainError } from '../domain/error.ts';

/** The most that a form may hold, in bytes: the longest text of any is a biography. */
const formLimit = 100_000;

/** The most that a form with a file may hold, in bytes: what is in it becomes the body of a request, which holds no more. */
const fileLimit = 1_000_000;

/** What somebody filled in, by the name of the field; of several values of one name the first. */
export type Form = Readonly<Record<string, string>>;

const tooLarge = (limit: number): DomainError =>
  new DomainError('too-large', `The form holds more than ${limit / 1_000} KB. Send less at once.`);

type Pair = [name: string, value: string];

const typeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Whether a form was sent as one that may have a file in it. */
export const isWithFile = (request: Request): boolean => typeOf(request) === 'multipart/form-data';

const bytesIn = async (request: Request, limit: number): Promise<ArrayBuffer> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const raw = await request.arrayBuffer();
  if (raw.byteLength > limit) throw tooLarge(limit);
  return raw;
};

const decoded = (bytes: ArrayBuffer, encoding: string, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A file of text in whatever its program wrote: UTF-8, UTF-16 with its mark, or what Windows took before there was either. */
const textIn = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', false) ?? '';
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', false) ?? '';
  return decoded(bytes, 'utf-8', true) ?? decoded(bytes, 'windows-1252', false) ?? '';
};

const malformed = (): DomainError =>
  new DomainError('malformed', 'The form could not be read: its parts are not as multipart/form-data has them.');

const partsIn = async (request: Request): Promise<Pair[]> => {
  const raw = await bytesIn(request, fileLimit);
  const type = request.headers.get('content-type') ?? '';
  // Read from the bytes that were counted, whatever the header says of their length.
  const parts = await new Response(raw, { headers: { 'content-type': type } }).formData().catch(() => {
    throw malformed();
  });
  const pairs = [...parts].map(async ([name, value]): Promise<Pair> => [
    name,
    typeof value === 'string' ? value : textIn(await value.arrayBuffer()),
  ]);
  return Promise.all(pairs);
};

const fieldsIn = async (request: Request): Promise<Pair[]> => {
  if (typeOf(request) !== 'application/x-www-form-urlencoded')
    throw new DomainError('unsupported-type', 'Send the form as application/x-www-form-urlencoded.');
  const raw = await bytesIn(request, formLimit);
  return [...new URLSearchParams(new TextDecoder().decode(raw))];
};

/**
 * Every field of a form as a browser sends it, in its order; a file is the text in it. Nothing is judged here. Errors: `unsupported-type`, `too-large`,
 * `malformed`.
 */
export const readPairs = async (request: Request): Promise<Pair[]> => {
  const pairs = await (isWithFile(request) ? partsIn(request) : fieldsIn(request));
  // A text area sends its line ends as CR LF, whatever was typed.
  return pairs.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]);
};

/** Reads a form; of several values of one name the first. Errors: the same. */
export const readForm = async (request: Request): Promise<Form> =>
  Object.fromEntries((await readPairs(request)).toReversed());
