import { slugLength, slugPattern } from '../../shared/domain/slug.ts';
import { type Contract, type OpenApi, openApi } from '../../shared/http/openapi.ts';
import { tokenPattern } from '../../shared/http/route.ts';
import { documentRoute } from './reference.ts';
import { examples } from './reference-examples.ts';
import { chapters, service, titleOf } from './reference-nouns.ts';
import { conflicts } from './reference-refusals.ts';
import { shared } from './reference-shapes.ts';
import { fieldWords } from './reference-words.ts';
import { routes } from '../../shared/contract/routes.ts';

const description = `Plenary takes a city summit from its call for sessions to a declaration that anyone can check. Everything its pages show can be read here as JSON; the secretariat writes here, with a bearer token.

Every record has its \`version\`, \`state\` and \`slug\` (a person an \`id\`). Texts are objects by language, \`{"en": "…", "fr": "…"}\`; instants are RFC 3339 in UTC. Unknown fields and parameters are refused, every wrong field at once.

Within v1 fields may be added to what is shown, and codes to what is refused; nothing is renamed or removed.`;

// What stands for a part of a path in examples. Acts and claims are about a declaration that a source reports.
const stand: Readonly<Record<string, string>> = {
  summit: 'arvenne-2027',
  participation: 'arvenne',
  track: 'voices',
  room: 'room-d',
  session: 'rc-7',
  panelist: 'm3x1k20b1q7r5t9w3yz',
  token: 'q83vEjRWeJCrze8SNFZ4kA',
  desk: 'league-of-river-cities',
  nomination: 'm3x1k20e1b4d7f9h2jc',
  suggestion: 'm3x1k20ab7c1d9f0e2g-m3x1k20f2c5e8g0k3md',
  outcome: '1',
  declaration: 'arvenne-declaration-on-shared-rivers',
  amendment: 'm3x1k20h4a6c8e0g2kp',
  corrigendum: 'k1',
  circulation: 'c1',
  objection: 'port-selva-c1',
  dissociation: 'port-selva-c1',
  signature: 'arvenne-signatory',
  claim: 'm3x1k20c8s2u6v0x4za',
  delivery: 'presidency-of-the-river-ministers-2027-03-12-v1',
  assessment: 'p1-0d5f3c1a9b27',
  commitment: 'one-desk',
  checkIn: 'm3x1k20g1d3f5h7k9mp',
  organization: 'arvenne',
  membership: 'league-of-river-cities-member',
  person: 'm3x1k20ab7c1d9f0e2g',
  instrument: 'river-charter',
};

const told: Readonly<Record<string, string>> = {
  person: 'The id of the person.',
  checkIn: 'The slug of the check-in.',
  token: 'The secret of the link, as it was mailed.',
};

const partOf: Contract['partOf'] = (part, path) => ({
  description: told[part] ?? `The slug of the ${part}.`,
  schema:
    part === 'token'
      ? { type: 'string', pattern: tokenPattern.source }
      : { type: 'string', pattern: slugPattern.source, maxLength: slugLength },
  example: part === 'declaration' && /signatures|claims|counts/.test(path) ? 'river-call-2021' : (stand[part] ?? part),
});

const noFiles = (): never => {
  throw new Error('Nothing is served while it is described.');
};

/** The OpenAPI document of every route below /api/v1, with examples. */
export const referenceDocument = (): OpenApi =>
  openApi([...routes, documentRoute(noFiles)], {
    info: { title: 'Plenary', version: '1', summary: 'From a call for sessions to a declaration.', description },
    server: '/api/v1',
    tags: [...Object.values(chapters), service].map(({ title, about }) => ({ name: title, description: about })),
    tagOf: titleOf,
    shared: shared(),
    words: fieldWords,
    conflicts,
    examples: examples(),
    partOf,
  });
