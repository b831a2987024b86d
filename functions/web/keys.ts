import { listPublicKeys } from '../../shared/table/public-key.ts';
import type { Site } from '../../shared/http/site.ts';

/** Where anybody finds the keys, as other services have theirs. */
export const keysPath = '/.well-known/jwks.json';

/**
 * Every public key that the platform signs with or ever signed with, as a JSON Web Key Set (RFC 7517), each with since when and until when. Programs
 * of other sites may read it, too. Errors: `unavailable`.
 */
export const keysOf = async ({ house: { table } }: Site): Promise<Response> => {
  const keys = (await listPublicKeys(table)).map(({ key: { kid, ...rest }, since, until }) => ({
    kid,
    since,
    until,
    ...rest,
  }));
  return Response.json(
    { keys },
    {
      headers: {
        'content-type': 'application/jwk-set+json',
        // A new key is known to everybody within minutes.
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      },
    },
  );
};
