import * as z from 'zod';
import type { Numbered } from '../domain/chain.ts';
import { once } from '../domain/once.ts';
import { SignatureEntry } from '../domain/signature-act.ts';
import { signaturesChain } from '../domain/signature.ts';
import { ReadHead } from '../domain/trail.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { type ChainedAct, readChained } from '../operations/signature-chain.ts';
import { readHead } from '../operations/trail.ts';
import { collections } from '../table/key.ts';
import { entryOf } from '../table/log.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { behind } from './guard.ts';

const path = '/summits/{summit}/declarations/{declaration}/chain';

const Chained = once(() =>
  z.strictObject({
    number: z.int().positive().meta({ description: 'Its place in the chain.' }),
    hash: z.string().meta({ description: 'SHA-256 of the hash before it and of this entry, in hexadecimal.' }),
    entry: SignatureEntry(),
    salt: z.string(),
    text: z.string().meta({ description: 'The act and the signature as it stood after it: canonical JSON.' }),
  }),
);

const chainAt = ({ at }: Pick<Exchange, 'at'>): string => signaturesChain(at('summit'), at('declaration'));

export const signatureChainRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'read',
    named: { id: 'listSignatureChain', noun: 'signature' },
    summary: 'Lists the chain of signatures, the first entry first, with what its digests cover',
    answers: { name: 'SignatureChained', schema: Chained, list: true },
    query: () => listQuery({}),
    handle: async (exchange) => {
      const chain = chainAt(exchange);
      const page = listed(exchange, collections.entriesOf(chain), (item) => entryOf(item));
      const { body, next } = await behind(knowsDeclaration(exchange), page);
      const found = body as { items: Numbered<ChainedAct['entry']>[]; next: string | null };
      return { body: { ...found, items: await readChained(exchange.house.table, chain, found.items) }, next };
    },
  }),
  route({
    method: 'GET',
    path: `${path}-head`,
    may: 'read',
    named: { id: 'readSignatureChainHead', noun: 'signature' },
    summary: 'Reads how far the chain of signatures goes, as the platform signed it',
    answers: { name: 'SignatureChainHead', schema: ReadHead },
    handle: async (exchange) => ({
      body: await behind(knowsDeclaration(exchange), readHead(exchange.house.table, chainAt(exchange))),
    }),
  }),
];
