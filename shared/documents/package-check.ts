import { packageMembers as members } from '../domain/package.ts';
import { signaturesChain } from '../domain/signature.ts';
import { escapeMarkdown } from './markdown.ts';
import { isolated } from './run.ts';

/** What a page on checking says of the package that it lies in. */
export interface CheckedPackage {
  summit: string;
  declaration: string;
  version: string;
  title: string;
  rehearsal: boolean;
}

const block = (script: string): string => `\`\`\`sh\n${script.trim()}\n\`\`\``;

const tools = `
KEYS=\${KEYS:-../jwks.json}
WORK=$(mktemp -d)
sha256() { openssl dgst -sha256 -r | cut -c 1-64; }
bytes() { tr '_-' '/+' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | openssl base64 -d -A; }
hex() { od -An -v -tx1 | tr -d ' \\n'; }
same() { if [ "$2" = "$3" ]; then echo "$1: OK"; else echo "$1: WRONG"; exit 1; fi; }

# signed SIGNATURE FILE: whether the signature in the one is over the bytes of the other, by a key in $KEYS
signed() {
  kid=$(jq -r .key "$1")
  jwk=$(jq -c --arg kid "$kid" '.keys[] | select(.kid == $kid)' "$KEYS")
  [ -n "$jwk" ] || { echo "$1: WRONG, signed with $kid, which is not in $KEYS"; exit 1; }
  x=$(echo "$jwk" | jq -r .x | bytes | hex)
  y=$(echo "$jwk" | jq -r .y | bytes | hex)
  printf 'asn1=SEQUENCE:key\\n[key]\\na=SEQUENCE:algorithm\\nk=FORMAT:HEX,BITSTRING:04%s%s\\n' "$x" "$y" > "$WORK/key.cnf"
  printf '[algorithm]\\na=OID:id-ecPublicKey\\nc=OID:prime256v1\\n' >> "$WORK/key.cnf"
  openssl asn1parse -genconf "$WORK/key.cnf" -noout -out "$WORK/key.der"
  openssl pkey -pubin -inform DER -in "$WORK/key.der" -out "$WORK/key.pem"
  rs=$(jq -r .signature "$1" | bytes | hex)
  r=$(echo "$rs" | cut -c 1-64)
  s=$(echo "$rs" | cut -c 65-128)
  printf 'asn1=SEQUENCE:rs\\n[rs]\\nr=INTEGER:0x%s\\ns=INTEGER:0x%s\\n' "$r" "$s" > "$WORK/signature.cnf"
  openssl asn1parse -genconf "$WORK/signature.cnf" -noout -out "$WORK/signature.der"
  same "$1" "$(openssl dgst -sha256 -verify "$WORK/key.pem" -signature "$WORK/signature.der" "$2" 2>&1)" 'Verified OK'
}
`;

const manifest = `
signed ${members.signed} ${members.manifest}
jq -r '.members[] | .sha256 + " " + .name' ${members.manifest} > "$WORK/members"
while read -r hash name; do same "$name" "$(sha256 < "$name")" "$hash"; done < "$WORK/members"
jq -r '.members[].name, "${members.manifest}", "${members.signed}"' ${members.manifest} | LC_ALL=C sort > "$WORK/named"
same 'no other members' "$(ls | LC_ALL=C sort)" "$(cat "$WORK/named")"
`;

const text = `
same 'the hash of the text' "$(sha256 < ${members.text})" "$(jq -r .hash ${members.seal})"
same 'the same in the manifest' "$(jq -r .hash ${members.manifest})" "$(jq -r .hash ${members.seal})"
signed ${members.seal} ${members.text}
`;

const chainOf = (chain: string): string => `
jq -r '.number, .hash, ([.number, .entry] | tojson), (.entry.what | length), (range(.entry.what | length) as $nth
  | .beside[$nth] as $beside | .entry.what[$nth].digest, if $beside.erased then "", "" else $beside.salt + $beside.text,
    ($beside.text | fromjson | .signature.text.hash) end)' ${members.signatures} > "$WORK/chain"
wrong() { echo "$1 of entry $count: WRONG"; exit 1; }
hash=$(printf %s '${chain}' | sha256)
text=$(jq -r .hash ${members.seal})
count=0
erased=0
while IFS= read -r number && IFS= read -r expected && IFS= read -r chained && read -r many; do
  count=$((count + 1))
  [ "$number" = "$count" ] || wrong 'the number'
  hash=$(printf %s "$hash$chained" | sha256)
  [ "$hash" = "$expected" ] || wrong 'the hash'
  while [ "$many" -gt 0 ]; do
    many=$((many - 1))
    IFS= read -r digest
    IFS= read -r said
    IFS= read -r about
    if [ -z "$said" ]; then
      erased=$((erased + 1))
    else
      [ "$(printf %s "$said" | sha256)" = "$digest" ] || wrong 'what is said'
      [ "$about" = "$text" ] || wrong 'the text'
    fi
  done
done < "$WORK/chain"
echo "entries of the chain: $count, of which $erased say nothing any more because that was erased"
same 'how many entries the head counts' "$(jq .count ${members.head})" "$count"
same 'the last hash in the head' "$(jq -r .hash ${members.head})" "$hash"
jq -jcS '{chain, count, hash, at}' ${members.head} > "$WORK/head"
signed ${members.head} "$WORK/head"
`;

const counts = `
jq -s '[.[] | .entry.what as $what | .beside | to_entries[] | {of: $what[.key].of, said: .value.text}]
  | group_by(.of) | map(.[-1].said | select(.) | fromjson | .signature | select(.state == "valid"))
  | [.[] | select(.capacity == "signatory")] as $signed | [.[] | select(.capacity == "observer")] as $observed
  | [$signed, $observed] | map(map(.counted.organization) | unique | length)' ${members.signatures} > "$WORK/counted"
same 'organizations that sign, and that endorse' "$(jq -c . "$WORK/counted")" \\
  "$(jq -c '[.signatories.organizations, .observers.organizations]' ${members.counts})"
`;

/** The page in a package that explains how to check it with openssl and jq, step by step: the blocks one after the other are one script. */
export const checkPage = ({ summit, declaration, version, title, rehearsal }: CheckedPackage): string =>
  `${[
    ...(rehearsal ? ['> **Rehearsal.** Everybody in this package is invented, and nothing in it was decided.'] : []),
    `# How to check this package`,
    `It holds version ${version} of “${escapeMarkdown(isolated(title))}” (declaration \`${declaration}\` of the summit \`${summit}\`): the text as it was frozen, every signature given to it, and what shows that none of it was changed since. \`plenary verify FILE --key KEYS\` does everything below at once; here is how to do it without any program of ours, with \`openssl\`, \`jq\` and a POSIX shell.`,
    `Unpack the archive into a folder of its own and go there. **Take the platform’s keys from elsewhere:** from its site at \`/.well-known/jwks.json\`, or better from somebody who noted them, and save them as \`jwks.json\` beside that folder. \`${members.keys}\` has copies for convenience: checked by those, the package shows only that it fits together, not who made it.`,
    `## The tools`,
    `A signature of the platform is ES256: ECDSA on P-256 over SHA-256, written as r‖s in base64url. openssl wants it as DER.`,
    block(tools),
    `## 1. The manifest is signed, and names every member`,
    block(manifest),
    `## 2. The text is the one that was frozen`,
    `\`${members.text}\` is exactly what was hashed: canonical JSON (RFC 8785) of the authentic text with the ids of its paragraphs. \`${members.reading}\` is a copy to read.`,
    block(text),
    `## 3. Every signature is in the chain`,
    `The hash of an entry is the SHA-256 of the hash before it and of its number and itself as canonical JSON; before the first stands the hash of the chain’s name. An entry has the digest of what it says, which is salted: where somebody’s data was erased, the entry stays and what it said is gone.`,
    block(chainOf(signaturesChain(summit, declaration))),
    `## 4. The counts are what the entries come to`,
    `The last that is said of a signature counts, and only one that is valid. An organization counts once.`,
    block(counts),
    `## 5. A receipt`,
    `Who signed was given a receipt. Its \`acts\` name entries by \`place.number\` and \`place.hash\`: line number \`place.number\` of \`${members.signatures}\` has that hash, or the signature was taken out.`,
  ].join('\n\n')}\n`;
