import * as z from 'zod';
import { DomainError } from './error.ts';
import { once } from './once.ts';
import { hasCome, type Instant, instant } from './when.ts';

interface Deadlines {
  opens?: Instant | undefined;
  soft?: Instant | undefined;
  hard: Instant;
}

const before = (earlier: Instant, later: Instant): boolean => Date.parse(earlier) < Date.parse(later);

const check = ({ value, issues }: z.core.ParsePayload<Deadlines>): void => {
  const complain = (field: keyof Deadlines, message: string): void =>
    void issues.push({ code: 'custom', message, path: [field], input: value[field] });
  const { opens, soft, hard } = value;
  if (opens && !before(opens, hard)) complain('hard', `Let the call end after it opens, ${opens}.`);
  if (soft && before(hard, soft)) complain('soft', `Let it be no later than the hard deadline, ${hard}.`);
  if (opens && soft && !before(opens, soft)) complain('soft', `Let it be after the call opens, ${opens}.`);
};

/** When a track takes proposals: what comes after the soft deadline is taken and marked late, and from the hard one on nothing is taken. */
export const Call = once(() =>
  z
    .strictObject({
      opens: instant().optional().meta({ description: 'From when proposals are taken; left out, from now on.' }),
      soft: instant().optional().meta({ description: 'What comes from then on is taken and marked late.' }),
      hard: instant().meta({ description: 'From then on nothing is taken.' }),
    })
    .check(z.check<Deadlines>(check)),
);
export type Call = z.output<ReturnType<typeof Call>>;

const closed = (detail: string, also: Record<string, unknown>): DomainError =>
  new DomainError('call-closed', detail, { also });

/**
 * Refuses a proposal that comes before the call opens, or too late; answers whether it comes late. A deadline itself is past.
 * Errors: `call-closed`, with the instants of the call.
 */
export const takesProposals = (
  { slug, state, call }: { slug: string; state: string; call?: Call | undefined },
  at: Date,
): { late: boolean } => {
  if (!call)
    throw closed(`The track "${slug}" has no call for proposals. Choose a track that has one.`, { track: slug });
  if (state !== 'open')
    throw closed(`The track "${slug}" is closed. An organizer of the summit can open another.`, { track: slug });
  if (call.opens && !hasCome(call.opens, at))
    throw closed(`The call opens at ${call.opens}. Send it then.`, { track: slug, ...call });
  if (hasCome(call.hard, at))
    throw closed(`The call took proposals until ${call.hard}. An organizer of the summit can move that.`, {
      track: slug,
      ...call,
    });
  return { late: hasCome(call.soft, at) };
};
