/** A public key of the platform, as a JSON Web Key with its name, so that anybody checks a signature without asking us. */
export interface PublicKey {
  kid: string;
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  alg: 'ES256';
  use: 'sig';
}

/** Signs for the platform; made in functions/runtime.ts. The private key never leaves its keeper. */
export interface Signer {
  /**
   * Signs a SHA-256 digest (32 bytes) with ECDSA on P-256. Answers the key's name, and r‖s (64 bytes) in base64url as JOSE's ES256 writes it.
   */
  sign(digest: Uint8Array): Promise<{ key: string; signature: string }>;
  publicKeys?(): Promise<PublicKey[]>;
}
