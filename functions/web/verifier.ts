import { readFile } from 'node:fs/promises';
import { digest } from '../../shared/domain/digest.ts';

/** The module with which a page checks packages in the browser: `verifyPackage(bytes, { keys, receipt })`. */
export const verifierPath = '/assets/verify.js';

/** A script that the build wrote beside the function. */
export type Script = () => Promise<string>;

let kept: Promise<string> | undefined;

/** Read when first asked for, and kept. */
export const builtVerifier: Script = () => (kept ??= readFile(new URL('./verify.js', import.meta.url), 'utf8'));

/** Answers the module; another version of it is there after minutes, because its address stays the same. */
export const verifierOf = async (script: Script, known: string | undefined): Promise<Response> => {
  const text = await script();
  const headers = {
    etag: `"${digest(text).slice(0, 16)}"`,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  };
  if (known?.replace('W/', '') === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' } });
};
