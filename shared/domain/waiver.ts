import * as z from 'zod';
import { DomainError, invalid } from './error.ts';
import type { Doing } from './lifecycle.ts';
import { once } from './once.ts';
import { ruleNames } from './rule.ts';
import type { Session } from './session.ts';
import { limits, line } from './text.ts';
import type { Track } from './track.ts';

/** That a rule of the track is not asked of one session, and why. */
export const WaiverDraft = once(() =>
  z.strictObject({
    rule: z.enum(ruleNames),
    reason: line(limits.line).meta({ description: 'Why it is accepted. Whoever organizes sees it.' }),
  }),
);
export type WaiverDraft = z.output<ReturnType<typeof WaiverDraft>>;

export const Waiver = once(() =>
  z.object({ rule: z.enum(ruleNames), reason: z.string(), by: z.string(), at: z.string() }),
);
export type Waiver = z.output<ReturnType<typeof Waiver>>;

const faultOf = ({ rule }: WaiverDraft, session: Session, track: Track | undefined): string | undefined => {
  if (!track) return 'The session is in no track, so there is no rule to waive.';
  if (track.rules.some((one) => one.rule === rule)) return undefined;
  const has = track.rules.map((one) => one.rule).join(', ');
  return `The track "${track.slug}" has no such rule${has ? `; it has ${has}` : ' and no other'}. Waive one that it has.`;
};

/**
 * Accepts that a session breaks a rule of its track, or will. It stays visible with who did it and why.
 * Errors: `invalid` for a rule that the track does not have; `already-recorded`; `wrong-state` for a reported session, which is not judged.
 */
export const waiveRule = (
  session: Session,
  track: Track | undefined,
  draft: WaiverDraft,
  { at, by }: Doing,
): Session => {
  if (session.origin === 'reported')
    throw new DomainError('wrong-state', 'A reported session is not judged by rules: there is nothing to waive.');
  const fault = faultOf(draft, session, track);
  if (fault) throw invalid([{ pointer: '/rule', detail: fault }]);
  const { waivers = [] } = session;
  const before = waivers.find(({ rule }) => rule === draft.rule);
  if (before)
    throw new DomainError('already-recorded', `The rule "${draft.rule}" has been waived for this session already.`, {
      also: { waiver: before },
    });
  return { ...session, waivers: [...waivers, { ...draft, by, at }] };
};
