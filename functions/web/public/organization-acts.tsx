import type { CommitmentCard, SignatureCard } from '../../../shared/table/act.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { pageAt, wordsHere } from './here.ts';
import type { Act, OrganizationShown } from './organization-read.ts';

const Text = ({ asked, act: { declaration } }: { asked: Asked; act: Act<unknown> }) => (
  <a href={pageAt(asked, 'summits', declaration.summit, 'declarations', declaration.slug)}>
    <Said text={declaration.title} language={asked.language} />
  </a>
);

const Marks = ({ asked, act: { declaration } }: { asked: Asked; act: Act<unknown> }) =>
  declaration.rehearsal || declaration.origin === 'reported' ? (
    <span class="row close">
      {declaration.rehearsal ? <span class="tag idle">{asked.words.site.rehearsal}</span> : null}
      {declaration.origin === 'reported' ? <span class="tag warn">{wordsHere(asked).reported.tag}</span> : null}
    </span>
  ) : null;

const SignatureShown = ({ asked, act }: { asked: Asked; act: Act<SignatureCard> }) => {
  const { organization: words, separator } = wordsHere(asked);
  const { capacity, on, state } = act.record;
  const facts = [
    capacity === 'signatory' ? words.signed : words.endorsed,
    on === undefined ? words.noDate : dated(asked.language, on),
    ...(state === 'valid' ? [] : [words[state]]),
  ];
  return (
    <li>
      <Text asked={asked} act={act} />
      <span class="minor">{facts.join(separator)}</span>
      <Marks asked={asked} act={act} />
    </li>
  );
};

/** What it signed, and what it endorsed as an observer. */
export const Signatures = ({ asked, signatures }: OrganizationShown) =>
  signatures.length === 0 ? null : (
    <section class="stack">
      <h2>{wordsHere(asked).organization.acts}</h2>
      <ul class="list">
        {signatures.map((act) => (
          <SignatureShown asked={asked} act={act} />
        ))}
      </ul>
    </section>
  );

const CommitmentShown = ({ asked, act }: { asked: Asked; act: Act<CommitmentCard> }) => {
  const { organization: words } = wordsHere(asked);
  const { text, measure, state } = act.record;
  return (
    <li>
      <Said text={text} language={asked.language} />
      <span class="minor">
        {fill(words.measure, { measure })}
        {' · '}
        <Text asked={asked} act={act} />
      </span>
      <span class="row close">
        <span class={`tag ${state === 'met' ? 'good' : 'idle'}`}>{words.commitmentStates[state]}</span>
      </span>
      <Marks asked={asked} act={act} />
    </li>
  );
};

/** What it undertook. */
export const Commitments = ({ asked, commitments }: OrganizationShown) =>
  commitments.length === 0 ? null : (
    <section class="stack">
      <h2>{wordsHere(asked).organization.commitments}</h2>
      <ul class="list">
        {commitments.map((act) => (
          <CommitmentShown asked={asked} act={act} />
        ))}
      </ul>
    </section>
  );
