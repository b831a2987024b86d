import { markup } from '../../shared/documents/markup.ts';
import { nameIn, type Schema } from '../../shared/http/openapi-schema.ts';

/** HTML that is ready to stand in more HTML. */
export type Html = ReturnType<typeof markup>;

/** One line of a table of fields: a field of a field is named with its path, `languages.spoken`, and one of a list's entries `objectives[].text`. */
interface Row {
  name: string;
  schema: Schema;
  isNeeded: boolean;
}

const words: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
  date: 'day',
  'date-time': 'instant',
  uri: 'web address',
  email: 'e-mail address',
};

const listed = (pieces: readonly Html[], between: string): Html =>
  markup`${pieces.map((piece, at) => (at === 0 ? piece : markup`${between}${piece}`))}`;

/** Where a named schema is explained on the page. */
export const anchorOf = (name: string): string => `schema-${name}`;

const typeOf = (schema: Schema): Html => {
  const name = nameIn(schema);
  if (name) return markup`<a href="#${anchorOf(name)}">${name}</a>`;
  if (schema.const !== undefined) return markup`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum)
    return listed(
      schema.enum.map((value) => markup`<code>${String(value)}</code>`),
      ', ',
    );
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return listed(either.map(typeOf), ' or ');
  if (schema.type === 'array') return markup`list of ${typeOf(schema.items ?? {})}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return markup`object of ${typeOf(schema.additionalProperties)}`;
  const types = [schema.type ?? 'anything'].flat().map(String);
  return markup`${types.map((type) => words[schema.format ?? type] ?? type).join(' or ')}`;
};

const isFigure = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

const span = (least: unknown, most: unknown, what = ''): string[] => {
  const figure = (value: number) => `${value.toLocaleString('en')}${what}`;
  const [from, to] = [isFigure(least) ? least : undefined, mostOf(most)];
  if (to !== undefined)
    return [from !== undefined && from !== 1 ? `${from} to ${figure(to)}` : `at most ${figure(to)}`];
  return from === undefined ? [] : [`at least ${figure(from)}`];
};

const mostOf = (most: unknown): number | undefined =>
  isFigure(most) && most < Number.MAX_SAFE_INTEGER ? most : undefined;

const presetOf = ({ default: preset }: Schema): string[] =>
  preset === undefined || (Array.isArray(preset) && preset.length === 0)
    ? []
    : [`${JSON.stringify(preset)} when left out`];

const limitsOf = (schema: Schema): string[] => [
  ...(schema.maxLength === undefined ? [] : span(schema.minLength, schema.maxLength, ' characters')),
  ...span(schema.minItems, schema.maxItems, ' entries'),
  ...(schema.exclusiveMinimum === 0 ? ['more than 0'] : []),
  ...span(schema.minimum, schema.maximum),
  ...presetOf(schema),
];

const inside = (schema: Schema): [string, Schema] | undefined => {
  if (schema.properties) return ['.', schema];
  return schema.items?.properties ? ['[].', schema.items] : undefined;
};

const rowsOf = ({ properties = {}, required = [] }: Schema, before = ''): Row[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const deeper = inside(schema);
    return [
      { name: `${before}${name}`, schema, isNeeded: required.includes(name) },
      ...(deeper ? rowsOf(deeper[1], `${before}${name}${deeper[0]}`) : []),
    ];
  });

const line = ({ name, schema, isNeeded }: Row, marksNeeded: boolean): Html => {
  const limits = limitsOf(schema).join('; ');
  return markup`<tr>
<th scope="row"><code>${name}</code>${marksNeeded && isNeeded ? markup` <b class="needed">needed</b>` : ''}</th>
<td>${typeOf(schema)}${limits ? markup`<small>${limits}</small>` : ''}</td>
<td>${schema.description ?? ''}</td>
</tr>
`;
};

/** A table that scrolls by itself where the page is narrow, and can be reached by keyboard to do so. */
export const table = (label: string, heads: readonly string[], rows: readonly Html[], kind = 'wide'): Html =>
  markup`<div class="${kind}" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;

/** The fields of a schema as a table. What a caller gives says which fields are needed. */
export const fieldTable = (
  label: string,
  schema: Schema,
  { isGiven, head = 'Field' }: { isGiven: boolean; head?: string },
): Html =>
  schema.properties
    ? table(
        label,
        [head, 'Type and limits', 'What it says'],
        rowsOf(schema).map((row) => line(row, isGiven)),
        'wide fields',
      )
    : markup`<p>${typeOf(schema)}${schema.description ? markup`. ${schema.description}` : ''}</p>`;

/** The schema with only those of its fields that another does not have. */
export const beyond = (schema: Schema, other: Schema | undefined): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !(name in (other?.properties ?? {}))),
  ),
});
