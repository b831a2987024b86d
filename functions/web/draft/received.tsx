import { instantsAt } from '../../../shared/domain/when.ts';
import type { Form } from '../../../shared/http/form.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { readList, readOwn } from '../contract.ts';
import { Choices, Field, Select, type Shown } from '../field.tsx';
import type { Room } from './room.ts';

/** What is typed of the clock at the summit, as an instant; as it was typed where that clock never shows it. */
export const instantFrom = ({ summit }: Pick<Room, 'summit'>, local: string | undefined): string | undefined => {
  if (!local?.trim()) return undefined;
  const [at] = instantsAt(local.slice(0, 16), summit.zone ?? 'UTC');
  return at ?? local;
};

/** When and how something arrived that an organizer enters for an organization, with what shows it. */
export const ReceivedFields = ({
  room: { words, summit },
  shown,
  prefix = 'received.',
}: {
  room: Room;
  shown: Shown;
  prefix?: string;
}) => (
  <fieldset>
    <legend>{words.received.title}</legend>
    <p class="hint">{words.received.hint}</p>
    <Field
      name={`${prefix}at`}
      label={words.received.at}
      hint={fill(words.zone, { zone: summit.zone ?? 'UTC' })}
      type="datetime-local"
      shown={shown}
    />
    <Choices
      name={`${prefix}how`}
      legend={words.received.how}
      options={(['email', 'paper', 'floor'] as const).map((one) => [one, words.received.ways[one]])}
      shown={shown}
    />
    <Field name={`${prefix}from`} label={words.received.from} shown={shown} optional />
    <DigestField name={`${prefix}document`} label={words.received.document} room={{ words }} shown={shown} />
  </fieldset>
);

/** The digest of a document: where there is script, a file can be chosen, which stays on the reader's machine. */
export const DigestField = ({
  name,
  label,
  room: { words },
  shown,
}: {
  name: string;
  label: string;
  room: Pick<Room, 'words'>;
  shown: Shown;
}) => (
  <file-digest data-label={words.received.choose}>
    <Field name={name} label={label} hint={words.received.documentHint} shown={shown} optional />
  </file-digest>
);

/** The script that computes a file's digest. */
export const digestScript = 'file-digest';

const filled = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())));

/** What a form says of how something arrived. */
export const receivedFrom = (room: Pick<Room, 'summit'>, form: Form, prefix = 'received.'): Record<string, string> => {
  const { [`${prefix}how`]: how, [`${prefix}from`]: from, [`${prefix}document`]: document } = form;
  return filled({ at: instantFrom(room, form[`${prefix}at`]), how, from, document });
};

/** The same, where somebody may also act for themselves. */
export const receivedIn = (room: Pick<Room, 'summit'>, form: Form): { received?: Record<string, string> } => {
  const received = receivedFrom(room, form);
  return Object.keys(received).length > 0 ? { received } : {};
};

/** The organizations that take part, to choose from. */
export const participantsOf = async ({ asked, summit }: Room): Promise<[string, string][]> =>
  (await readList<Participation>(readOwn, asked, `/summits/${summit.slug}/participations`)).map(
    ({ organization, counted }) => [organization, counted.printed],
  );

/** One of those who take part, or another by its address in the register. */
export const OrganizationFields = ({
  room: { words },
  shown,
  participants,
}: {
  room: Room;
  shown: Shown;
  participants: readonly [string, string][];
}) => (
  <div class="pairs">
    <Select name="organization" label={words.organization} options={participants} none={words.choose} shown={shown} />
    <Field name="other" label={words.otherOrganization} hint={words.otherOrganizationHint} shown={shown} optional />
  </div>
);

/** Which organization a form names. */
export const organizationFrom = ({ organization, other }: Form): string | undefined =>
  other?.trim() || organization || undefined;
