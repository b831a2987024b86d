import type { CardPanelist, ChangeKind } from '../../../shared/domain/release.ts';
import type { ReleaseChange } from '../../../shared/domain/release-changes.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { plural } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { Said } from '../said.tsx';
import { workLanguage } from '../workspace.ts';
import { type Planning, sessionsAt, whenOf } from './planned.ts';
import { releaseWords, type Told } from './releasing.ts';

const tones: Record<ChangeKind, string> = {
  new: 'good',
  moved: 'warn',
  cancelled: 'bad',
  'panel-changed': 'warn',
  changed: 'idle',
};

type Place = NonNullable<ReleaseChange['is']>;

const placeSaid = (here: Planning, { roomName, room, start, end }: Place): string => {
  const at = roomName ? inLanguage(roomName, here.asked.language) : room;
  const said = [whenOf(here, { start, end }), at].filter(Boolean).join(', ');
  return said || releaseWords(here.asked).noPlace;
};

const namesOf = ({ asked }: Planning, panel: readonly CardPanelist[]): string =>
  panel.map(({ printedName }) => printedName ?? releaseWords(asked).unnamed).join(', ');

const Panel = ({ here, change }: { here: Planning; change: ReleaseChange }) => {
  const words = releaseWords(here.asked);
  return (
    <>
      {(['came', 'left', 'revised'] as const).map((what) =>
        change[what]?.length ? (
          <span class="minor">{fill(words[what], { names: namesOf(here, change[what]) })}. </span>
        ) : null,
      )}
    </>
  );
};

/** What is otherwise of a session: where and when, who sits there, what is said of it. */
export const ChangeSaid = ({ here, change }: { here: Planning; change: ReleaseChange }) => {
  const words = releaseWords(here.asked);
  const names = words.fieldNames as Readonly<Record<string, string>>;
  const { was, is, fields, kinds } = change;
  return (
    <div class="stack close">
      <span class="row close">
        {kinds.map((kind) => (
          <span class={`tag ${tones[kind]}`}>{words.kinds[kind]}</span>
        ))}
      </span>
      <span>
        {was ? <span class="minor">{fill(words.was, { place: placeSaid(here, was) })}. </span> : null}
        {is ? <span class="minor">{fill(words.is, { place: placeSaid(here, is) })}. </span> : null}
        <Panel here={here} change={change} />
        {fields ? (
          <span class="minor">
            {fill(words.fields, { fields: fields.map((one) => names[one] ?? one).join(', ') })}.
          </span>
        ) : null}
      </span>
    </div>
  );
};

/** How many something concerns, in words. */
export const toldSaid = (asked: Asked, { people, organizations }: Told): { people: string; organizations: string } => {
  const words = releaseWords(asked);
  const language = workLanguage(asked);
  return {
    people: fill(words.people[plural(language, people)], { number: people }),
    organizations: fill(words.organizations[plural(language, organizations)], { number: organizations }),
  };
};

interface TableProps {
  here: Planning;
  changes: readonly ReleaseChange[];
  told?: readonly (Told & { session: string })[] | undefined;
  /** Whether each can be chosen. */
  choosing?: boolean;
}

/** What is otherwise, session by session. */
export const ChangeTable = ({ here, changes, told, choosing }: TableProps) => {
  const { asked } = here;
  const words = releaseWords(asked);
  const { columns } = words;
  const concerned = new Map(told?.map((one) => [one.session, toldSaid(asked, one)]));
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.draft}>
      <table class="folds">
        <thead>
          <tr>
            {choosing ? <th scope="col">{columns.choose}</th> : null}
            <th scope="col">{columns.session}</th>
            <th scope="col">{columns.what}</th>
            {told ? <th scope="col">{columns.affected}</th> : null}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr>
              {choosing ? (
                <td data-name={columns.choose}>
                  <input
                    type="checkbox"
                    name="change"
                    value={change.session}
                    aria-label={fill(words.chooseOne, { reference: change.reference })}
                  />
                </td>
              ) : null}
              <td data-name={columns.session}>
                <a href={sessionsAt(here, change.session)}>
                  <bdi>{change.reference}</bdi>: <Said text={change.title} language={asked.language} />
                </a>
              </td>
              <td data-name={columns.what}>
                <ChangeSaid here={here} change={change} />
              </td>
              {told ? (
                <td data-name={columns.affected} class="minor">
                  {Object.values(concerned.get(change.session) ?? {}).join(', ')}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
