import type { Elsewhere } from '../../shared/domain/elsewhere.ts';
import { fill } from '../../shared/words/dictionary.ts';
import type { PageLanguage } from '../../shared/words/page/language.ts';
import { stretch } from '../../shared/words/moment.ts';
import { Fact } from './fact.tsx';
import { Choices, type Shown } from './field.tsx';
import { Said } from './said.tsx';

// A code is read as it is written, whatever the direction of the words around it.
const isolated = ({ reference }: Elsewhere): string => `\u2068${reference}\u2069`;

/** What stands for the other sessions in the form: only what was seen is given up. */
const valueOf = (others: readonly Elsewhere[]): string =>
  others.map(({ summit, session }) => `${summit}/${session}`).join(' ');

/** The value of the choice that keeps the other sessions. */
export const keepsOther = 'keep';

/** The sessions that a form gives up. */
export const givenUpIn = (value: string): { summit: string; session: string }[] =>
  value === '' || value === keepsOther
    ? []
    : value.split(' ').map((one) => {
        const [summit = '', session = ''] = one.split('/');
        return { summit, session };
      });

const Other = ({ other, language, shown }: { other: Elsewhere; language: PageLanguage; shown: Shown }) => {
  const { invitation: words, elsewhere } = shown.words;
  const { title, summitTitle, start, end, zone, as } = other;
  return (
    <dl class="card facts">
      <Fact
        label={
          <>
            {words.session} <bdi>{other.reference}</bdi>
          </>
        }
        chief
      >
        <Said text={title} language={language} />
        {as === 'crew' ? <div class="minor">{elsewhere.crew}</div> : null}
      </Fact>
      <Fact label={words.summit}>
        <Said text={summitTitle} language={language} />
      </Fact>
      {zone ? (
        <Fact label={fill(words.local, { zone: `\u2068${zone}\u2069` })}>{stretch(language, start, end, zone)}</Fact>
      ) : null}
      <Fact label={words.utc}>{stretch(language, start, end, 'UTC')}</Fact>
    </dl>
  );
};

/** Asks which of several sessions it is to be. Nothing is chosen beforehand. */
export const WhichOf = ({
  others,
  language,
  shown,
}: {
  others: readonly Elsewhere[];
  language: PageLanguage;
  shown: Shown;
}) => {
  const { elsewhere: words } = shown.words;
  const sessions = others.map(isolated).join(', ');
  const mayTake = others.every(({ canWithdraw }) => canWithdraw);
  const options = [
    ...(mayTake ? [[valueOf(others), fill(words.take, { sessions })] as const] : []),
    [keepsOther, fill(words.keep, { sessions })] as const,
  ];
  return (
    <section class="stack">
      <p>{words.lead}</p>
      {others.map((other) => (
        <Other other={other} language={language} shown={shown} />
      ))}
      {mayTake ? null : <p class="note">{words.stuck}</p>}
      <Choices name="instead" legend={words.legend} options={options} shown={shown} />
    </section>
  );
};
