import { disputeUntil } from '../domain/dispute.ts';
import { isSignatureLetter, isSigningLetter } from '../domain/letter.ts';
import { type Bearer, type Signing, signingUntil } from '../domain/signing.ts';
import { codeKept } from '../domain/signing-code.ts';
import { keepCode } from '../table/signing.ts';
import { insertDisputeToken, insertSigningToken } from '../table/token.ts';
import type { LinkFor } from './outbox.ts';
import type { House } from './perform.ts';

/** Where secrets come from: those of links, and codes of six digits. */
export interface Secrets {
  secret: () => string;
  code: () => string;
}

// Who signs is the last to have a say: what was signed or revoked in the meantime is not asked for any more, and nobody's code is sent for it.
const isWanted = ({ state }: Signing, as: Bearer): boolean =>
  state === 'prepared' || (state === 'asked' && as === 'office');

/**
 * Makes the links of letters that ask for a signature, and the code of the one that goes to the signatory. Both go into the mail alone: what is written
 * with its claim are digests. The code is good for the version of the signing that this very mail says.
 */
export const signingLink =
  (house: House, { secret, code }: Secrets): LinkFor =>
  async ({ letter, language, site, material: { signing }, now, request }) => {
    if (!isSigningLetter(letter)) return undefined;
    const as = letter.kind === 'signing-code' ? 'signatory' : 'office';
    if (!signing || !isWanted(signing, as)) return { failure: 'overtaken' };
    const { summit, declaration, slug, links, version } = signing;
    const token = secret();
    const opening = { summit, declaration, signing: slug, links, as, until: signingUntil(now) } as const;
    const link = {
      href: `${site}/${language}/signing/${token}`,
      writes: [insertSigningToken(house.table, token, opening, request)],
    };
    if (as === 'office') return link;
    const digits = code();
    const kept = codeKept(digits, { made: house.newId(), salt: house.newSalt(), of: version, now });
    return { ...link, code: digits, writes: [...link.writes, keepCode(house.table, signing, kept, request)] };
  };

/** Makes the links of letters that tell of a signature: by them, whoever is told says that it was not theirs. */
export const disputeLink =
  ({ table }: House, { secret }: Pick<Secrets, 'secret'>): LinkFor =>
  async ({ letter, language, site, material: { signature }, now, request }) => {
    if (!isSignatureLetter(letter) || letter.kind !== 'signature-given') return undefined;
    // What was withdrawn or voided, or given anew, is told of by another letter, or by none.
    if (
      !signature ||
      signature.entry !== letter.entry ||
      (signature.state !== 'valid' && signature.state !== 'suspended')
    )
      return { failure: 'overtaken' };
    const { summit, declaration, slug } = signature;
    const token = secret();
    const opening = { summit, declaration, signature: slug, entry: letter.entry, until: disputeUntil(now) };
    return {
      href: `${site}/${language}/dispute/${token}`,
      writes: [insertDisputeToken(table, token, opening, request)],
    };
  };
