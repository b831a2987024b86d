import { found } from './package-fault.ts';
import { type Checking, checkSigned, memberAs, textOf } from './package-reading.ts';
import {
  type Manifest,
  PackagedCertificate,
  PackagedSeal,
  PackagedSources,
  PackagedText,
  packageMembers as members,
} from './package.ts';
import { webDigest } from './web-digest.ts';

/** The text by its own bytes: that it is canonical, and of the declaration and the version that the manifest names. */
const checkText = (checking: Checking, manifest: Manifest): PackagedText | undefined => {
  const text = memberAs(checking, members.text, PackagedText());
  if (!text) return undefined;
  const fields = ['summit', 'declaration', 'version', 'rehearsal'] as const;
  for (const field of fields.filter((one) => text[one] !== manifest[one]))
    found(
      checking,
      'text-elsewhere',
      `The text says ${field} ${String(text[field])}, and the manifest ${String(manifest[field])}.`,
      { member: members.text },
    );
  return text;
};

/** Text against hash, hash against seal and manifest. */
const checkSeal = async (checking: Checking, manifest: Manifest): Promise<PackagedSeal | undefined> => {
  const seal = memberAs(checking, members.seal, PackagedSeal());
  const hashed = textOf(checking, members.text) ?? '';
  const hash = await webDigest(hashed);
  if (seal && seal.hash !== hash)
    found(checking, 'text-altered', `The text has the hash ${hash}, and what was sealed has ${seal.hash}.`, {
      member: members.text,
    });
  if (manifest.hash !== hash || (seal && seal.version !== manifest.version))
    found(checking, 'text-elsewhere', 'The manifest is of another text, or of another version of it.', {
      member: members.manifest,
    });
  if (seal) await checkSigned(checking, seal, hashed, { what: 'the text', member: members.seal });
  return seal;
};

/** What was adopted by silence has a certificate, and it is of this text. */
const checkCertificate = (checking: Checking, manifest: Manifest, how: PackagedSeal['how'] | undefined): void => {
  if (how !== 'silence' && !checking.members.has(members.certificate)) return;
  const certificate = memberAs(checking, members.certificate, PackagedCertificate());
  if (!certificate) return;
  const { version, hash } = certificate.text;
  if (version === manifest.version && hash === manifest.hash) return;
  found(
    checking,
    'certificate-differs',
    `The certificate is of version ${version} with the hash ${hash}, and not of this text.`,
    { member: members.certificate },
  );
};

const checkSources = (checking: Checking, text: PackagedText | undefined): void => {
  const sources = memberAs(checking, members.sources, PackagedSources());
  if (!text || !sources) return;
  const places = new Map(text.paragraphs.map(({ id, points }) => [id, points.map((point) => point.id)]));
  const named = [
    ...sources.paragraphs.flatMap(({ id, points }) => [
      { id, point: '' },
      ...points.map((one) => ({ id, point: one.id })),
    ]),
    ...sources.outcomes.flatMap(({ paragraph }) => (paragraph === undefined ? [] : [{ id: paragraph, point: '' }])),
  ];
  const strays = named.filter(({ id, point }) => !places.has(id) || (point !== '' && !places.get(id)?.includes(point)));
  for (const { id, point } of strays)
    found(
      checking,
      'source-without-paragraph',
      `The sources speak of paragraph ${id}${point && `, point ${point}`}, which the text does not have.`,
      { member: members.sources },
    );
};

/** Judges the text with its seal, and what is said of it besides. Answers the text. */
export const checkFrozen = async (checking: Checking, manifest: Manifest): Promise<PackagedText | undefined> => {
  const text = checkText(checking, manifest);
  const seal = await checkSeal(checking, manifest);
  checkCertificate(checking, manifest, seal?.how);
  checkSources(checking, text);
  return text;
};
