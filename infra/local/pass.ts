import { createHash, randomBytes } from 'node:crypto';

export type Running = {
  readonly api: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly returnTo: string;
  /** The ids of programs that sign in by themselves, by their names. */
  readonly machines: Readonly<Record<string, string>>;
};

const random = () => randomBytes(32).toString('base64url');

/** A browser of few words: it keeps cookies and shows each redirect instead of following it. */
const browser = () => {
  const jar = new Map<string, string>();
  return async (address: URL, form?: Record<string, string>): Promise<URL> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && new URLSearchParams(form);
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      body,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`Sign-in stopped at ${address.pathname} with ${response.status}.`);
    return new URL(next, address);
  };
};

/** Signs in as a program does for itself, with its id and secret. */
export const signInAsMachine = async ({ issuer, machines }: Running, name: string, secret: string): Promise<string> => {
  const authorization = `Basic ${Buffer.from(`${machines[name]}:${secret}`).toString('base64')}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const response = await fetch(`${issuer}/oauth2/token`, { method: 'POST', headers: { authorization }, body });
  const answer = await response.text();
  if (!response.ok) throw new Error(`Sign-in refused: ${answer}`);
  return JSON.parse(answer).access_token;
};

export type Tokens = { readonly access_token: string; readonly id_token: string; readonly refresh_token: string };

/** Signs in as a program does for a person: by code and PKCE, choosing the account where a person would click. */
export const signInAs = async ({ issuer, clientId, returnTo }: Running, account: string): Promise<Tokens> => {
  const visit = browser();
  const verifier = random();
  const authorize = new URL(`${issuer}/oauth2/authorize`);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: returnTo,
    scope: 'openid email profile',
    state: random(),
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  }).toString();
  const returned = await visit(await visit(await visit(authorize), { account }));
  const code = returned.searchParams.get('code');
  if (!code)
    throw new Error(`Sign-in refused: ${returned.searchParams.get('error_description') ?? 'no reason given'}.`);
  const form = {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: returnTo,
    code,
    code_verifier: verifier,
  };
  const response = await fetch(`${issuer}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const answer = await response.text();
  if (!response.ok) throw new Error(`Sign-in refused: ${answer}`);
  return JSON.parse(answer);
};
