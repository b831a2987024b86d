import type { Check } from '../../../shared/domain/check.ts';
import { ruleNames } from '../../../shared/domain/rule.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import type { Asked } from '../page.ts';
import { type Planning, type SessionChecks, sessionsAt, mayHere, wordsOf } from './planned.ts';

const countOf = (checks: readonly Check[], verdict: Check['verdict']): number =>
  checks.filter((one) => one.verdict === verdict && !one.waived).length;

/** What the rules say of a session, in a word or two. */
export const VerdictTag = ({ asked, checks }: { asked: Asked; checks: SessionChecks | undefined }) => {
  const { counts } = wordsOf(asked).checks;
  if (!checks?.judged) return <span class="minor">—</span>;
  const { verdict } = checks;
  const number = countOf(checks.checks, verdict);
  const tone = { pass: 'good', warn: 'warn', block: 'bad' }[verdict];
  return <span class={`tag ${tone}`}>{fill(counts[verdict], { number })}</span>;
};

/** The contract's own sentence, which is English. */
export const English = ({ asked, children }: { asked: Pick<Asked, 'language'>; children: string }) =>
  asked.language === 'en' ? (
    <bdi>{children}</bdi>
  ) : (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );

const isWaivable = (check: Check): boolean =>
  check.verdict !== 'pass' && !check.waived && (ruleNames as readonly string[]).includes(check.check);

const CheckLine = ({ here, session, check }: { here: Planning; session: string; check: Check }) => {
  const { asked } = here;
  const words = wordsOf(asked).checks;
  return (
    <li class={check.waived ? 'warn' : check.verdict}>
      <span class="unseen">{words[check.verdict]}: </span>
      <b>{words.names[check.check]}</b> <English asked={asked}>{check.sentence}</English>
      {check.waived ? <p class="minor">{fill(words.waived, { reason: check.waived.reason })}</p> : null}
      {isWaivable(check) && mayHere(here, 'waiver:write') ? (
        <p>
          <a href={`${sessionsAt(here, session, 'waivers')}?rule=${check.check}`}>
            {words.waive}
            <span class="unseen">: {words.names[check.check]}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
};

const gravity = { block: 0, warn: 1, pass: 2 } as const;

/** Everything that the rules say of a session, the gravest first. */
export const Checks = ({ here, found }: { here: Planning; found: SessionChecks }) => {
  const words = wordsOf(here.asked).checks;
  const sorted = found.checks.toSorted((a, b) => gravity[a.verdict] - gravity[b.verdict]);
  return (
    <section class="card stack close" id="checks" aria-labelledby="checks-title">
      <div class="row apart">
        <h2 id="checks-title">{words.title}</h2>
        <VerdictTag asked={here.asked} checks={found} />
      </div>
      <p class="minor">{words.lead}</p>
      {sorted.length === 0 ? <p class="none">{found.judged ? words.none : words.unjudged}</p> : null}
      <ul class="checks">
        {sorted.map((check) => (
          <CheckLine here={here} session={found.session} check={check} />
        ))}
      </ul>
    </section>
  );
};
