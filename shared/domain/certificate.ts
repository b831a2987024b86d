import * as z from 'zod';
import { Asked, isSettled, Reach } from './asked.ts';
import { Circulation } from './circulation.ts';
import { Dissociation } from './dissociation.ts';
import { Objection } from './objection.ts';
import { once } from './once.ts';
import { withoutSender } from './received.ts';

const plain = once(() => Circulation().shape);

/** What was said against the text, as a certificate shows it. */
const Said = once(() =>
  Objection().omit({ history: true, enteredBy: true, summit: true, declaration: true, version: true }),
);
const SaidLater = once(() =>
  Dissociation().omit({ history: true, enteredBy: true, summit: true, declaration: true, version: true }),
);

/** An organization as a certificate shows it. */
export const AskedAndReached = once(() =>
  z.object({
    ...Asked().pick({ organization: true, printed: true, capacities: true, told: true, excuse: true }).shape,
    reach: Reach(),
  }),
);
export type AskedAndReached = z.output<ReturnType<typeof AskedAndReached>>;

/** What a circulation comes to, for whoever asks whether a text was adopted: by what, when, who was asked and reached, and who said what. */
export const Certificate = once(() =>
  z.object({
    format: z.literal('plenary-certificate/1'),
    summit: z.string(),
    declaration: z.string(),
    rehearsal: z.boolean(),
    circulation: z.string(),
    state: plain().state,
    text: plain().text,
    circulated: z.string(),
    channel: z.string().nullable().meta({ description: 'The one that counts; null for this system.' }),
    deadline: z.string(),
    notices: plain().notices.meta({ description: 'Every change of the deadline, with its reason.' }),
    waiver: plain().waiver,
    asked: z.array(AskedAndReached()),
    objections: z.array(Said()),
    dissociations: z.array(SaidLater()),
    decided: plain().decided,
    by: z
      .enum(['silence', 'acclamation', 'organ', 'objection'])
      .nullable()
      .meta({ description: 'By what it was decided; null as long as it is not.' }),
    notReached: z.array(z.string()).meta({ description: 'Who was not reached, although it was adopted or may be.' }),
  }),
);
export type Certificate = z.output<ReturnType<typeof Certificate>>;

/** An organization that was asked, with whether it was reached: as of the decision, or as it stands. */
export interface Judged {
  asked: Asked;
  reach: Reach;
}

const without = <R extends object, F extends keyof R>(record: R, ...fields: F[]): Omit<R, F> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field as F))) as Omit<R, F>;

/** The certificate of a circulation: the same records make the same. Who sent or entered what, and where mails went, is not in it. */
export const certificateOf = (
  circulation: Circulation,
  judged: readonly Judged[],
  said: { objections: readonly Objection[]; dissociations: readonly Dissociation[] },
): Certificate => {
  const { summit, declaration, rehearsal, slug, state, text, at, channel, deadline, notices, waiver, decided } =
    circulation;
  const here = <R extends { circulation: string }>(records: readonly R[]): R[] =>
    records.filter((record) => record.circulation === slug);
  const bare = ['history', 'enteredBy', 'summit', 'declaration', 'version'] as const;
  return {
    format: 'plenary-certificate/1',
    summit,
    declaration,
    rehearsal,
    circulation: slug,
    state,
    text,
    circulated: at,
    channel: channel ?? null,
    deadline,
    notices,
    ...(waiver ? { waiver } : {}),
    asked: judged.map(({ asked: { organization, printed, capacities, told, excuse }, reach }) => ({
      organization,
      printed,
      capacities,
      told,
      reach,
      ...(excuse ? { excuse } : {}),
    })),
    objections: here(said.objections).map((one) => without(withoutSender(one), ...bare)),
    dissociations: here(said.dissociations).map((one) => without(withoutSender(one), ...bare)),
    ...(decided ? { decided } : {}),
    by: decided ? (decided.outcome === 'adopted' ? (decided.how ?? 'silence') : 'objection') : null,
    notReached: judged.filter(({ reach }) => reach.state !== 'reached').map(({ asked }) => asked.organization),
  };
};

/** Those that silence has to wait for. */
export const unsettled = (judged: readonly Judged[]): Judged[] =>
  judged.filter(({ asked, reach }) => !isSettled(asked, reach));
