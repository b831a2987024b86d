import * as z from 'zod';
import { mayList } from '../domain/access.ts';
import { Mail, mailStates } from '../domain/mail.ts';
import { once } from '../domain/once.ts';
import { listed, listQuery } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import { collections } from '../table/key.ts';
import { getMail, mailKind } from '../table/outbox.ts';
import { behind, knowsSummit } from './guard.ts';
import { answerOf, recordSeen } from './noun.ts';

const filters = () => ({
  state: z.enum(mailStates).optional(),
  deed: z.string().max(200).optional().meta({ description: 'Only what this request ordered.' }),
});

/** A mail as a list shows it: what a rehearsal would have said is read one by one. */
const MailCard = once(() => Mail().omit({ message: true }));

const withoutMessage = (mail: object | undefined): object | undefined => {
  if (!mail) return undefined;
  const { message: _, ...card } = mail as Mail;
  return card;
};

export const mailRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/summits/{summit}/mails',
    may: 'mail:read',
    summary: 'Lists the mails of a summit and what became of them, the newest first',
    answers: { name: 'MailCard', schema: MailCard, list: true },
    query: () => listQuery(filters()),
    handle: async (exchange) => {
      const { state, deed } = exchange.query;
      const summit = exchange.at('summit');
      const keep = recordSeen(
        exchange,
        mailKind,
        (mail) => (state ?? mail.state) === mail.state && (deed ?? mail.deed) === mail.deed,
      );
      const page = listed(exchange, { ...collections.mailsOf(summit), backwards: true }, (item) =>
        withoutMessage(keep(item)),
      );
      const answer = await behind(knowsSummit(exchange), page);
      mayList(exchange.caller, 'mail:read', { summit });
      return answer;
    },
  }),
  route({
    method: 'GET',
    path: '/summits/{summit}/mails/{mail}',
    may: 'mail:read',
    summary: 'Reads one mail of a summit; in a rehearsal, as it would have arrived',
    answers: { name: 'Mail', schema: Mail },
    handle: async (exchange) => {
      const { house, at } = exchange;
      const mail = getMail(house.table, at('summit'), at('mail'));
      return answerOf(exchange, 'mail', await behind(knowsSummit(exchange), mail));
    },
  }),
];
