import type { Route } from './route.ts';

type Place = Pick<Route, 'method' | 'path' | 'answers' | 'named'>;

const pascal = (word: string): string =>
  word
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.replace(/^./, (first) => first.toUpperCase()))
    .join('');

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
const partName = (part: string | undefined): string | undefined => /^\{(\w+)\}$/.exec(part ?? '')?.[1];

/** The noun whose records stand directly below a list's address: its home. Undefined where none do. */
const nounBelow = (path: string, routes: readonly Place[]): string | undefined =>
  routes.flatMap((route) =>
    route.path.startsWith(`${path}/`) ? (partName(route.path.slice(path.length + 1)) ?? []) : [],
  )[0];

const homesOf = (noun: string, routes: readonly Place[]): Set<string> =>
  new Set(routes.filter(({ path }) => path.endsWith(`/{${noun}}`)).map(({ path }) => path));

interface Position {
  /** The last part that says what is there: a noun where records are at home, else a word of its own. */
  what: string;
  noun: string | undefined;
  /** The noun of the record above, if any. */
  above: string | undefined;
  isOne: boolean;
}

const positionOf = ({ path }: Place, routes: readonly Place[]): Position => {
  const parts = partsOf(path.replace(/\/transitions$/, ''));
  const own = partName(parts.at(-1));
  if (own) return { what: own, noun: own, above: partName(parts.at(-3)), isOne: true };
  const noun = nounBelow(`/${parts.join('/')}`, routes);
  return { what: parts.at(-1) ?? '', noun, above: partName(parts.at(-2)), isOne: false };
};

const verbOf = ({ method, path, answers }: Place): string => {
  if (path.endsWith('/transitions')) return 'pass';
  if (method === 'GET') return answers?.list ? 'list' : 'read';
  return { POST: 'create', PUT: 'set', PATCH: 'change', DELETE: 'remove' }[method];
};

/**
 * The operation's name, such as `createSession`. It follows from its address alone: a noun at home bears its own name, and what has another home, or
 * several, is told apart by the record above (`listPersonSessions`, `createDeclarationClaim`).
 */
export const operationId = (route: Place, routes: readonly Place[]): string => {
  if (route.named) return route.named.id;
  const { what, noun, above, isOne } = positionOf(route, routes);
  const verb = verbOf(route);
  const isUnique = noun !== undefined && homesOf(noun, routes).size === 1;
  const named = noun !== undefined && (isOne || verb === 'create') ? noun : what;
  return `${verb}${isUnique || !above ? '' : pascal(above)}${pascal(named)}`;
};

/** The noun under which an operation is listed; undefined for what belongs to none. */
export const nounOf = (route: Place, routes: readonly Place[]): string | undefined => {
  if (route.named) return route.named.noun;
  const { noun, above } = positionOf(route, routes);
  return noun ?? above;
};

/** The name that the schemas of an operation's record bear: "Session". */
export const recordName = (route: Place, routes: readonly Place[]): string => {
  if (route.named) return pascal(route.named.id);
  const { noun, what } = positionOf(route, routes);
  return pascal(noun ?? what);
};
