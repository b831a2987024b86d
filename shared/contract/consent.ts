import * as z from 'zod';
import { view } from '../domain/access.ts';
import { Consent, ConsentDraft } from '../domain/consent.ts';
import { statesOf } from '../domain/lifecycle.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Exchange, type Route, route } from '../http/route.ts';
import { passConsent, sayConsent } from '../operations/consent.ts';
import { permit } from '../operations/permission.ts';
import { recordOf } from '../table/item.ts';
import { consentKind } from '../table/consent.ts';
import { collections } from '../table/key.ts';
import { getPerson } from '../table/person.ts';
import { behind } from './guard.ts';
import { transitionOf } from './noun.ts';

const path = '/people/{person}/consents';
const answers = { name: 'Consent', schema: Consent };

// What concerns the person everywhere is for any organizer; what was said about a place for those of its summit.
const kindOf = ({ summit }: Consent): string => (summit === undefined ? 'name-consent' : 'consent');

const mayRead = async ({ house, caller, at }: Exchange): Promise<object> => {
  const known = getPerson(house.table, at('person'));
  await Promise.allSettled([known]);
  await permit(caller, { deed: 'consent:read', knows: () => [['person', known]] }, undefined);
  return known;
};

const shown = ({ caller }: Pick<Exchange, 'caller'>, consent: Consent) => ({
  body: view(caller, kindOf(consent), consent) ?? {},
  version: consent.version,
});

export const consentRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    may: 'consent:read',
    named: { id: 'listConsents', noun: 'consent' },
    summary: 'Lists what a person said about being named',
    answers: { ...answers, list: true },
    query: () => listQuery({ state: z.enum(statesOf('consent')).optional() }),
    handle: (exchange) => {
      const { caller, query, at } = exchange;
      const page = listed(exchange, collections.consentsOf(at('person')), (item) => {
        const consent = recordOf(consentKind, item);
        return (query.state ?? consent.state) === consent.state ? view(caller, kindOf(consent), consent) : undefined;
      });
      return behind(mayRead(exchange), page);
    },
  }),
  route({
    method: 'POST',
    path,
    may: 'consent:write',
    named: { id: 'sayConsent', noun: 'consent' },
    summary: 'Records that a person, or an office for them, consents to being named, or does not',
    answers,
    body: ConsentDraft,
    example: () => ({ of: 'name', by: 'bearer', on: '2027-01-15', how: 'By mail.' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      const consent = await sayConsent(house, deed, at('person'), body);
      return { ...shown(exchange, consent), status: 201, location: `${exchange.path}/${consent.slug}` };
    },
  }),
  route({
    method: 'POST',
    path: `${path}/{consent}/transitions`,
    may: 'consent:write',
    named: { id: 'passConsent', noun: 'consent' },
    summary: 'Withdraws a consent: the name is not shown from then on',
    answers,
    body: () => transitionOf('consent'),
    example: () => ({ to: 'withdrawn' }),
    handle: async (exchange) => {
      const { house, deed, at, body } = exchange;
      return shown(exchange, await passConsent(house, deed, at('person'), at('consent'), body));
    },
  }),
];
