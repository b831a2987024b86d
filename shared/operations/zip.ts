import { Zip, ZipDeflate } from 'fflate';

/** A member of an archive: its name, and its content piece after piece. */
export interface ZipMember {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

// The first moment that an archive can tell: the same members give the same bytes, whenever and in whatever zone they are packed.
const always = new Date(1980, 0, 1);

const nothing = new Uint8Array();

/** Packs members one after the other, in pieces: of none is more held than what is being packed. The same members give the same bytes. */
export async function* zipped(members: AsyncIterable<ZipMember>): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  const taken = (): Uint8Array[] => {
    const done = packed;
    packed = [];
    return done;
  };
  for await (const { name, content } of members) {
    const member = new ZipDeflate(name, { level: 6 });
    member.mtime = always;
    zip.add(member);
    for await (const piece of content) {
      member.push(piece);
      yield* taken();
    }
    member.push(nothing, true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
