import type { Instant } from './when.ts';

/** A public key of the platform, as a JSON Web Key with its name, so that anybody checks a signature without asking us. */
export interface PublicKey {
  /** The key's thumbprint (RFC 7638): whoever has the key finds the same name. */
  kid: string;
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  alg: 'ES256';
  use: 'sig';
}

/** A key that the platform signs with, or signed with before another took its place. */
export interface KnownKey {
  key: PublicKey;
  /** When it first signed. */
  since: Instant;
  /** When another took its place. What it signed is as good as before. */
  until?: Instant | undefined;
}
