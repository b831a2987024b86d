import * as z from 'zod';
import { type Composition, leaversOf, type Register, seatsOf } from './composition.ts';
import { DomainError } from './error.ts';
import { once } from './once.ts';
import type { Panelist } from './panelist.ts';
import { type Rule, ruleNames } from './rule.ts';
import { find } from './rule-finding.ts';
import type { Session } from './session.ts';
import { type Interpreting, remarksOn, type Setting } from './setting.ts';
import type { Track } from './track.ts';
import { Waiver } from './waiver.ts';

export const verdicts = ['pass', 'warn', 'block'] as const;
export type Verdict = (typeof verdicts)[number];

/** One verdict on a session: by a rule of its track, or on its room and crew. */
export const Check = once(() =>
  z.object({
    check: z.enum([...ruleNames, 'language', 'podium', 'audience', 'placement']),
    verdict: z.enum(verdicts),
    sentence: z.string().meta({ description: 'What is, what is wanted and what to do.' }),
    language: z.string().optional(),
    waived: Waiver().omit({ rule: true }).optional(),
  }),
);
export type Check = z.output<ReturnType<typeof Check>>;

/** What a session is judged by, as it stands. */
export interface Judged {
  session: Session;
  track: Pick<Track, 'rules'> | undefined;
  room: Setting | undefined;
  /** The whole panel, with those who left it. */
  panel: readonly Panelist[];
  crew: readonly Interpreting[];
  register: Register;
  genders: Composition['genders'];
  alsoLed: Composition['alsoLed'];
  day: string;
  /** What else was found, such as clashes of its place. */
  besides?: readonly Check[];
}

const toBeHeld: ReadonlySet<Session['state']> = new Set(['draft', 'submitted', 'waitlisted', 'accepted', 'scheduled']);

/** Whether rules judge a session: what is reported, what took place and what will not take place is not judged. */
export const isJudged = ({ origin, state }: Pick<Session, 'origin' | 'state'>): boolean =>
  origin === 'held' && toBeHeld.has(state);

const leaving = 'It was kept until somebody left of their own accord, which no rule refuses; so this is a warning.';

const ruleCheck = (rule: Rule, { session, panel, register, ...known }: Judged): Check => {
  const composed = (seats: Composition['seats']): Composition => ({ ...known, leads: session.lead, seats });
  const seats = seatsOf(panel, register);
  const { isKept, sentence } = find(rule, composed(seats));
  if (isKept) return { check: rule.rule, verdict: 'pass', sentence };
  const leavers = leaversOf(panel, register);
  const wasKept = leavers.some((_, at) => find(rule, composed([...seats, ...leavers.slice(0, at + 1)])).isKept);
  const waiver = session.waivers?.find((one) => one.rule === rule.rule);
  return {
    check: rule.rule,
    verdict: wasKept ? 'warn' : rule.level,
    sentence: wasKept ? `${sentence} ${leaving}` : sentence,
    ...(waiver ? { waived: { reason: waiver.reason, by: waiver.by, at: waiver.at } } : {}),
  };
};

/**
 * Every verdict on a session: one for each rule of its track, and those on its room and crew. A rule that is broken only because people withdrew or
 * declined is a warning: the panel is judged again with the last who left, the last two, and so on.
 */
export const checksOf = (judged: Judged): Check[] => {
  const { session, track, room, panel, crew, register, besides = [] } = judged;
  if (!isJudged(session)) return [];
  return [
    ...(track?.rules ?? []).map((rule) => ruleCheck(rule, judged)),
    ...remarksOn(session, { room, crew, seated: seatsOf(panel, register).length }).map(({ isWell, ...remark }) => ({
      ...remark,
      verdict: isWell ? ('pass' as const) : ('warn' as const),
    })),
    ...besides,
  ];
};

/** The gravest verdict; what is waived is not asked of the session. */
export const verdictOf = (checks: readonly Check[]): Verdict => {
  const standing = new Set(checks.filter(({ waived }) => !waived).map(({ verdict }) => verdict));
  return verdicts.findLast((verdict) => standing.has(verdict)) ?? 'pass';
};

const isRule = ({ check }: Check): boolean => (ruleNames as readonly string[]).includes(check);

/** The rules that a session breaks, that block and that nobody waived. */
export const brokenRules = (checks: readonly Check[]): Check[] =>
  checks.filter((check) => isRule(check) && check.verdict === 'block' && !check.waived);

/** A session with the verdicts on it. */
export interface Verdicts {
  session: Pick<Session, 'slug' | 'reference'>;
  checks: readonly Check[];
}

const mostSaid = 5;

/** Refuses what would put a session on the programme against a blocking rule; each is named in `broken`. Errors: `rules-broken`. */
export const mustKeepRules = (judged: readonly Verdicts[]): void => {
  const broken = judged.flatMap(({ session, checks }) =>
    brokenRules(checks).map(({ check, sentence }) => ({
      session: session.slug,
      reference: session.reference,
      rule: check,
      sentence,
    })),
  );
  if (broken.length === 0) return;
  const told = broken.slice(0, mostSaid).map(({ reference, sentence }) => `"${reference}": ${sentence}`);
  const more = broken.length > mostSaid ? ` And ${broken.length - mostSaid} more.` : '';
  throw new DomainError(
    'rules-broken',
    `${told.join(' ')}${more} Change that, or waive the rule with a reason: POST …/sessions/{session}/waivers.`,
    { also: { broken } },
  );
};
