import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Route, route } from '../../shared/http/route.ts';

/** The contents of a file that the build wrote beside the function, by its name. */
export type Assets = (file: string) => Promise<string>;

const kept = new Map<string, string>();

/** Read when first asked for, so that no cold start pays for them, and kept: they change with the function alone. */
export const builtAssets: Assets = async (file) => {
  const found = kept.get(file) ?? (await readFile(new URL(`./${file}`, import.meta.url), 'utf8'));
  kept.set(file, found);
  return found;
};

const served = (assets: Assets, at: { path: string; file: string; type: string; summary: string }): Route =>
  route({
    method: 'GET',
    path: at.path,
    may: 'read',
    summary: at.summary,
    handle: async () => ({ document: { type: at.type, text: await assets(at.file) } }),
  });

/** The document that describes the API, below its own base path. */
export const documentRoute = (assets: Assets): Route => ({
  ...served(assets, {
    path: '/openapi.json',
    file: 'openapi.json',
    type: 'application/json',
    summary: 'Reads this description of the API',
  }),
  answers: { name: 'OpenApi', schema: () => z.looseObject({ openapi: z.string() }) },
});

/** The pages of the reference and what they load, below /api. */
export const pageRoutes = (assets: Assets): Route[] => [
  served(assets, {
    path: '',
    file: 'reference.html',
    type: 'text/html; charset=utf-8',
    summary: 'The reference page',
  }),
  served(assets, {
    path: '/declarations',
    file: 'reference-declarations.html',
    type: 'text/html; charset=utf-8',
    summary: 'The reference page of declarations',
  }),
  served(assets, {
    path: '/reference.css',
    file: 'reference.css',
    type: 'text/css; charset=utf-8',
    summary: 'How the reference page looks',
  }),
  served(assets, {
    path: '/document.css',
    file: 'document.css',
    type: 'text/css; charset=utf-8',
    summary: 'How a declaration looks',
  }),
];
