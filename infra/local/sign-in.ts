import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { accounts } from './accounts.ts';
import { accessClaims, identityClaims, lifetime, machineClaims } from './claims.ts';
import type { Keys } from './keys.ts';
import { choicePage, endedPage } from './sign-in-page.ts';
import { ofType, type Resources } from './template.ts';

export type Client = {
  readonly id: string;
  readonly name?: string;
  /** A program that signs in by itself. */
  readonly isMachine: boolean;
  readonly returns: readonly string[];
  readonly scopes: readonly string[];
};
export type SignIn = { readonly issuer: string; readonly stop: () => Promise<void> };

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The template's app clients. On this machine a client is known by its own name in the template. */
export const clientsOf = (resources: Resources, resolve: (value: unknown) => unknown): Client[] =>
  ofType(resources, 'AWS::Cognito::UserPoolClient').map(([id, { Properties }]) => ({
    id,
    ...(typeof Properties.ClientName === 'string' && { name: Properties.ClientName }),
    isMachine: texts(Properties.AllowedOAuthFlows).includes('client_credentials'),
    returns: texts(resolve(Properties.CallbackURLs)),
    scopes: texts(resolve(Properties.AllowedOAuthScopes)),
  }));

/** Every machine's secret here: what they open exists on this machine only. */
export const machineSecret = 'no-secret-on-one-machine';

const asMachine = ({ id, scopes }: Client): ClientMetadata => ({
  client_id: id,
  client_secret: machineSecret,
  redirect_uris: [],
  response_types: [],
  scope: scopes.join(' '),
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_basic',
});

const asPeoples = ({ id, returns, scopes }: Client): ClientMetadata => ({
  client_id: id,
  redirect_uris: [...returns],
  scope: scopes.join(' '),
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  // Cognito tells in every ID token when it was signed in.
  require_auth_time: true,
});

const accountOf = (sub: string) => accounts.find((account) => account.sub === sub);

const configuration = ({ signing, cookies }: Keys, clients: readonly Client[]): Configuration => ({
  clients: clients.map((client) => (client.isMachine ? asMachine(client) : asPeoples(client))),
  scopes: [...new Set(['openid', 'offline_access', ...clients.flatMap(({ scopes }) => scopes)])],
  jwks: { keys: [signing] },
  // The addresses are Cognito's, so that a program moves between here and there by changing only the host.
  routes: { authorization: '/oauth2/authorize', token: '/oauth2/token', jwks: '/.well-known/jwks.json' },
  cookies: { keys: [cookies], names: { session: 'sign_in', interaction: 'sign_in_step', resume: 'sign_in_resume' } },
  pkce: { required: () => true },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  },
  interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
  claims: {
    openid: ['sub', 'cognito:username', 'token_use'],
    email: ['email', 'email_verified'],
    profile: [],
  },
  conformIdTokenClaims: false,
  findAccount: (_, sub) => {
    const account = accountOf(sub);
    return account && { accountId: sub, claims: async () => identityClaims(account) };
  },
  // The secretariat's own programs: nobody is asked whether they may.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
  renderError: async (ctx, { error, error_description: why }) => {
    ctx.type = 'text/plain';
    ctx.body = `Sign-in refused: ${why ?? error}`;
  },
  issueRefreshToken: async () => true,
  ttl: {
    AccessToken: lifetime,
    ClientCredentials: lifetime,
    IdToken: lifetime,
    RefreshToken: 86_400,
    Grant: 86_400,
    Session: 86_400,
    Interaction: 600,
  },
});

const claimsOf = ({ client, entities, provider: { issuer } }: KoaContextWithOIDC['oidc']): JWTPayload | undefined => {
  const now = Math.floor(Date.now() / 1000);
  const { AccessToken: token, ClientCredentials: machine } = entities;
  if (machine) {
    // Who asks for no scope gets all that the client has.
    const { clientId = '', scope = client?.scope ?? '', jti } = machine;
    return machineClaims({ issuer, clientId, scope }, jti, now);
  }
  const account = accountOf(token?.accountId ?? '');
  if (!token || !account) return undefined;
  const signedInAt = (entities.AuthorizationCode ?? entities.RefreshToken)?.authTime ?? now;
  const { clientId = '', scope = '', grantId: origin, jti } = token;
  return accessClaims(account, { issuer, clientId, scope, origin, signedInAt }, jti, now);
};

/** The library's own access token cannot do without an audience, and Cognito's has none: so ours takes its place. */
const asCognito = async (oidc: KoaContextWithOIDC['oidc'], { signing }: Keys): Promise<string | undefined> => {
  const claims = claimsOf(oidc);
  if (!claims) return undefined;
  return new SignJWT(claims)
    .setProtectedHeader({ kid: signing.kid, alg: 'RS256' })
    .sign(await importJWK(signing, 'RS256'));
};

/** The library speaks to those who run it in earnest; here its advice would only stand between a person and the next line. */
const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { warn, info } = console;
  Object.assign(console, { warn: () => {}, info: () => {} });
  return work().finally(() => Object.assign(console, { warn, info }));
};

const providerOf = (issuer: string, keys: Keys, clients: readonly Client[]): Promise<Provider> =>
  quietly(async () => {
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(issuer, configuration(keys, clients));
    provider.use(async (ctx, next) => {
      await next();
      if (ctx.oidc?.route !== 'token' || !ctx.body?.access_token) return;
      ctx.body.access_token = await asCognito(ctx.oidc, keys);
    });
    return provider;
  });

/** Shows who there is to be, then takes the answer. */
const choose = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  try {
    await provider.interactionDetails(request, response);
    const name = request.method === 'POST' ? new URLSearchParams(await text(request)).get('account') : undefined;
    const account = accounts.find((one) => one.name === name);
    if (!account) return void response.end(choicePage());
    await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
  } catch {
    response.writeHead(400).end(endedPage());
  }
};

/** Sign-in with Cognito's addresses, keys and claims. It listens on 127.0.0.1 whatever HOST says: it asks for no password. */
export const startSignIn = async (port: number, keys: Keys, clients: readonly Client[]): Promise<SignIn> => {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = await providerOf(issuer, keys, clients);
  const answer = provider.callback();
  const server = createServer((request, response) => {
    void (request.url?.startsWith('/sign-in/') ? choose(provider, request, response) : answer(request, response));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { issuer, stop };
};
