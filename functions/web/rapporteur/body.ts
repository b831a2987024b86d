// What the form of a line says, as the body of a request: the same for whoever sends the form and for the script that sends what was kept.

/** What is typed in a form, by the name of the field. */
type Typed = Readonly<Record<string, string | undefined>>;

/** An outcome as it is drafted. */
export interface OutcomeBody {
  type: string;
  text: Record<string, string>;
  addressee?: Record<string, string>;
  owner?: { organization: string };
  voicedBy?: string[];
  objectives?: string[];
  clauses?: { instrument: string }[];
}

/** Which boxes of a group are ticked: "voicedBy.n3". */
export const ticked = (typed: Typed, group: string): string[] =>
  Object.keys(typed)
    .filter((name) => name.startsWith(`${group}.`) && typed[name] === 'yes')
    .map((name) => name.slice(group.length + 1));

/** The kinds of outcome that address somebody. */
export const addressing: ReadonlySet<string> = new Set(['ask', 'recommendation']);

const some = <K extends string, T>(name: K, values: T[]): Partial<Record<K, T[]>> =>
  values.length > 0 ? ({ [name]: values } as Record<K, T[]>) : {};

/** One line of the form as an outcome. What is filled in for another kind of outcome is left out. */
export const outcomeBody = (typed: Typed, line: string): OutcomeBody => {
  const { type = '', language = 'en', addressee = '', owner = '', instrument = '' } = typed;
  return {
    type,
    text: { [language]: line },
    ...(addressing.has(type) && addressee.trim() !== '' ? { addressee: { [language]: addressee.trim() } } : {}),
    ...(type === 'commitment' && owner !== '' ? { owner: { organization: owner } } : {}),
    ...some('voicedBy', ticked(typed, 'voicedBy')),
    ...some('objectives', ticked(typed, 'objectives')),
    ...(instrument === '' ? {} : { clauses: [{ instrument }] }),
  };
};

/** What was typed, line by line: each is an outcome. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
