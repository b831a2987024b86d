import { found } from './package-fault.ts';
import { type Checking, checkSigned, memberAs, textOf } from './package-reading.ts';
import { Manifest, packageFormat, packageMembers as members, Signed } from './package.ts';
import { webDigest } from './web-digest.ts';

/** Every member against the manifest: its size, its digest, and that there are no others. */
const checkMembers = async (checking: Checking, manifest: Manifest): Promise<void> => {
  const named = new Map(manifest.members.map((one) => [one.name, one]));
  const ofItself: readonly string[] = [members.manifest, members.signed];
  for (const member of checking.members.keys())
    if (!named.has(member) && !ofItself.includes(member))
      found(checking, 'member-unknown', `${member} is in the package, and the manifest does not name it.`, { member });
  for (const [member, { size, sha256 }] of named) {
    const bytes = checking.members.get(member);
    if (!bytes) found(checking, 'member-missing', `The manifest names ${member}, and it is not there.`, { member });
    else if (bytes.length !== size || (await webDigest(bytes)) !== sha256)
      found(checking, 'member-altered', `${member} is not the one that the manifest names.`, { member });
  }
};

/** Judges the manifest, and every member by it. Answers it; undefined where there is none that can be read. */
export const checkManifest = async (checking: Checking): Promise<Manifest | undefined> => {
  const text = textOf(checking, members.manifest);
  const manifest = memberAs(checking, members.manifest, Manifest());
  const signed = memberAs(checking, members.signed, Signed());
  if (text !== undefined && signed)
    await checkSigned(checking, signed, text, { what: 'the manifest', member: members.signed });
  if (!manifest) return undefined;
  if (manifest.format !== packageFormat)
    found(
      checking,
      'format-unknown',
      `The package has the format ${manifest.format}; this program knows ${packageFormat}. Take a newer one.`,
      { member: members.manifest },
    );
  await checkMembers(checking, manifest);
  return manifest;
};
