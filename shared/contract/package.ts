import * as z from 'zod';
import { slug } from '../domain/record.ts';
import { type Route, route } from '../http/route.ts';
import { knowsDeclaration } from './declaration-guard.ts';

// Few requests are about packages: what builds them is loaded by the first that is.
const loaded = () => import('./package-file.ts');

const count = () =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, { message: 'Give a whole number, such as 104.' })
    .transform(Number)
    .optional()
    .meta({ description: 'With so many entries of the chain of signatures; all of them when left out.' });

export const packageRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/summits/{summit}/declarations/{declaration}/declaration.zip',
    may: 'read',
    named: { id: 'downloadPackage', noun: 'declaration' },
    succeeds: 303,
    summary:
      'Downloads the package of a frozen declaration: text, certificate, signatures, chain, counts and sources, with how to check them',
    query: () =>
      z.strictObject({
        version: slug().optional().meta({ description: 'A frozen version, such as "v2".' }),
        count: count(),
      }),
    handle: async (exchange) => {
      await knowsDeclaration(exchange);
      return (await loaded()).packageAt(exchange);
    },
  }),
];
