import { inflateSync } from 'fflate';

/** Why an archive is not read, in words. */
export class Unreadable extends Error {}

const refuse = (why: string): never => {
  throw new Unreadable(why);
};

/** The most that an archive may come to, and the most members that it may have: nothing is unpacked beyond that. */
export const unzipLimits = { bytes: 400_000_000, members: 64 } as const;

// The most that deflate makes of a byte.
const mostOfOne = 1_032;

interface Member {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const nameAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const localRecord = 0x04034b50;
const sizesFollow = 8;
const inUtf8 = 0x800;

/** Names of files in one folder: nothing that leaves it, and nothing that two systems take for different files. */
const isSafe = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(name) && !name.includes('..');

/** The directory at the end of an archive. */
const directoryOf = (bytes: Uint8Array): { members: Member[]; from: number } => {
  const view = viewOf(bytes);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endRecord)
    return refuse('It is not a zip archive, or it is cut off: its directory is not at its end.');
  const [count, length, from] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count || view.getUint16(end + 20, true))
    return refuse('It is an archive in several parts, or something stands behind it.');
  if (from + length !== end) return refuse('Its directory is not where it says.');
  if (count > unzipLimits.members) return refuse(`It has ${count} members; a package has a few.`);
  const members: Member[] = [];
  let at: number = from;
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryRecord) return refuse('Its directory is damaged.');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    members.push({
      name: nameAt(bytes, at + 46, nameLength),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return at === end ? { members, from } : refuse('Its directory is damaged.');
};

const judged = ({ members, from }: { members: Member[]; from: number }): Member[] => {
  const names = new Set<string>();
  let total = 0;
  for (const { name, flags, method, packed, size } of members) {
    if (!isSafe(name)) refuse(`It has a member called ${JSON.stringify(name.slice(0, 80))}, which no package has.`);
    if (names.has(name.toLowerCase())) refuse(`It has ${name} twice.`);
    names.add(name.toLowerCase());
    if ((flags & ~(sizesFollow | inUtf8 | 6)) !== 0 || (method !== 0 && method !== 8))
      refuse(`${name} is encrypted, or packed in a way that packages are not.`);
    if (method === 0 ? size !== packed : size > packed * mostOfOne) refuse(`${name} cannot be as large as it says.`);
    total += size;
  }
  if (total > unzipLimits.bytes) refuse(`Unpacked it would be ${Math.round(total / 1e6)} MB.`);
  if (members.length === 0 && from > 0) refuse('Its directory names nothing of what it holds.');
  return members.toSorted((a, b) => a.at - b.at);
};

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcs[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

/** Where the data of a member begins, by its own header: which has to say what the directory says, or two readers would find different files. */
const dataOf = (bytes: Uint8Array, { name, flags, method, crc, packed, size, at }: Member): number => {
  const view = viewOf(bytes);
  const damaged = (): never => refuse(`The header of ${name} is damaged, or says something else than the directory.`);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localRecord) return damaged();
  const [ownFlags, ownMethod, nameLength, extra] = [6, 8, 26, 28].map((offset) => view.getUint16(at + offset, true));
  const said = [14, 18, 22].map((offset) => view.getUint32(at + offset, true)).join();
  const isSame = said === [crc, packed, size].join() || ((flags & sizesFollow) !== 0 && said === '0,0,0');
  if (ownFlags !== flags || ownMethod !== method || !isSame) return damaged();
  if (nameAt(bytes, at + 30, nameLength ?? 0) !== name) return damaged();
  return at + 30 + (nameLength ?? 0) + (extra ?? 0);
};

/** Where what follows a member's data begins: its sizes may stand there once more. */
const afterData = (bytes: Uint8Array, { name, flags, crc, packed, size }: Member, end: number): number => {
  if ((flags & sizesFollow) === 0) return end;
  const view = viewOf(bytes);
  const at = end + 16 <= bytes.length && view.getUint32(end, true) === 0x08074b50 ? end + 4 : end;
  const said = [0, 4, 8].map((offset) => (at + 12 > bytes.length ? -1 : view.getUint32(at + offset, true)));
  return said.join() === [crc, packed, size].join() ? at + 12 : refuse(`What follows ${name} is damaged.`);
};

const unpacked = (
  bytes: Uint8Array,
  from: number,
  { name, method, crc, packed, size }: Member,
): Uint8Array<ArrayBuffer> => {
  const data = bytes.subarray(from, from + packed);
  const found = new Uint8Array(size);
  try {
    if (method === 0) found.set(data);
    else if (inflateSync(data, { out: found }).length !== size) refuse(`${name} is shorter than it says.`);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    refuse(`${name} cannot be unpacked.`);
  }
  return crcOf(found) === crc ? found : refuse(`${name} is damaged.`);
};

/**
 * The members of a zip archive, by name. Strict, so that whoever unpacks it with another program finds the same: every byte belongs to one member, the
 * directory and the members' own headers agree, names stay in one folder, and nothing grows beyond the limits. Throws `Unreadable`.
 */
export const unzipped = (bytes: Uint8Array): Map<string, Uint8Array<ArrayBuffer>> => {
  const directory = directoryOf(bytes);
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  let next = 0;
  for (const member of judged(directory)) {
    if (member.at !== next) return refuse('It holds something that its directory does not name.');
    const from = dataOf(bytes, member);
    if (from + member.packed > directory.from) return refuse(`${member.name} is cut off.`);
    found.set(member.name, unpacked(bytes, from, member));
    next = afterData(bytes, member, from + member.packed);
  }
  return next === directory.from ? found : refuse('It holds something that its directory does not name.');
};
