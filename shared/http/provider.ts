import * as z from 'zod';
import { DomainError } from '../domain/error.ts';
import { once } from '../domain/once.ts';

const Provider = once(() =>
  z.object({
    authorization_endpoint: z.url(),
    token_endpoint: z.url(),
    end_session_endpoint: z.url().optional(),
  }),
);

/** Where an issuer takes people in, hands out tokens and lets people out. */
export type Provider = z.output<ReturnType<typeof Provider>>;

/** The sign-in service said nothing, or nothing of use. */
export const silent = (): DomainError =>
  new DomainError('unavailable', 'The sign-in service does not answer. Try again in a few seconds.');

/** Asks the sign-in service something. Errors: `unavailable` when it does not answer in time, or breaks. */
export const asked = async (address: string, init: RequestInit = {}): Promise<Response> => {
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(5_000) });
    if (response.status < 500) return response;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  throw silent();
};

const discover = async (issuer: string): Promise<Provider> => {
  const response = await asked(`${issuer}/.well-known/openid-configuration`);
  const found = Provider().safeParse(await response.json().catch(() => undefined));
  if (!found.success) throw silent();
  return found.data;
};

/** The addresses of an issuer, as OpenID Connect Discovery tells them: asked once, unless they could not be had. */
export const providerOf = (issuer: string): (() => Promise<Provider>) => {
  let known: Promise<Provider> | undefined;
  return () =>
    (known ??= discover(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
};
