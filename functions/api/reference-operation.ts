import { type Code, codes } from '../../shared/domain/error.ts';
import { markup } from '../../shared/documents/markup.ts';
import type { Operation, Parameter, Response } from '../../shared/http/openapi-operation.ts';
import { nameIn, type Schema } from '../../shared/http/openapi-schema.ts';
import { answerOf, curlOf } from './reference-curl.ts';
import { anchorOf, fieldTable, type Html } from './reference-fields.ts';
import { conflicts } from './reference-refusals.ts';

/** An operation with the address it stands at. */
export interface Placed {
  method: string;
  path: string;
  parameters: readonly Parameter[];
  operation: Operation;
}

const success = ({ responses }: Operation): Response | undefined => {
  const found = responses[200] ?? responses[201];
  return found && 'description' in found ? found : undefined;
};

const contentOf = (content: Response['content']): Schema | undefined => Object.values(content ?? {})[0]?.schema;

/** The name of the schema that an operation is given. */
export const givenName = ({ requestBody }: Operation): string | undefined => {
  const schema = contentOf(requestBody?.content);
  return schema && nameIn(schema);
};

/** The name of the schema that an operation shows; of a list, that of its entries. */
export const shownName = (operation: Operation): string | undefined => {
  const schema = contentOf(success(operation)?.content);
  return schema && nameIn(schema.properties?.items?.items ?? schema);
};

// Every list has these; they are told once.
const paging = new Set(['limit', 'cursor']);

const query = ({ parameters }: Operation): Schema | undefined => {
  const own = parameters.filter((one): one is Parameter => 'in' in one && one.in === 'query' && !paging.has(one.name));
  return own.length === 0
    ? undefined
    : {
        properties: Object.fromEntries(own.map(({ name, schema, description }) => [name, { ...schema, description }])),
      };
};

const link = (name: string): Html => markup`<a href="#${anchorOf(name)}">${name}</a>`;

const changes = (name: string, schemas: Record<string, Schema>): Html => {
  const draft = name.replace(/Change$/, 'Draft');
  if (!schemas[draft]) return markup`Takes any of the fields of ${link(name)}. `;
  const fixed = Object.keys(schemas[draft].properties ?? {}).filter(
    (field) => !(field in (schemas[name]?.properties ?? {})),
  );
  const but = fixed.length > 0 ? ` but ${fixed.join(' and ')}` : '';
  return markup`Takes any of the fields of ${link(draft)}${but}; null removes one. `;
};

const taken = ({ operation, method, path }: Placed, schemas: Record<string, Schema>): Html | '' => {
  const given = givenName(operation);
  if (!given) return '';
  if (path.endsWith('/transitions'))
    return markup`Takes <code>to</code>, the next state, and a <code>reason</code> where there is one. `;
  return method === 'patch' ? changes(given, schemas) : markup`Takes ${link(given)}. `;
};

const answered = ({ operation }: Placed): Html | '' => {
  const shown = shownName(operation);
  const isList = contentOf(success(operation)?.content)?.properties !== undefined;
  return shown ? markup`Answers ${isList ? 'a page of ' : ''}${link(shown)}. ` : '';
};

const refused = ({ operation }: Placed): Html | '' => {
  const own = conflicts[operation.operationId] ?? [];
  const codeLink = (code: Code, at: number) =>
    markup`${at > 0 ? ', ' : ''}<a href="/api#${code}" title="${codes[code]}">${code}</a>`;
  return own.length > 0 ? markup`Its own rules refuse with ${own.map(codeLink)}.` : '';
};

const example = ({ method, path, parameters, operation }: Placed): Html => {
  const answer = answerOf(operation);
  const status = operation.responses[201] ? '201' : method === 'delete' ? '204' : '200';
  return markup`<details><summary>Example<span class="unseen"> of ${operation.operationId}</span></summary>
<pre tabindex="0"><code>${curlOf(method, path, parameters, operation)}</code></pre>
<p class="status">${status}</p>
${answer === undefined ? '' : markup`<pre tabindex="0"><code>${answer}</code></pre>`}
</details>
`;
};

/** An operation on the page: its address, what it takes and answers, and an example. */
export const operationArticle = (placed: Placed, schemas: Record<string, Schema>): Html => {
  const { method, path, operation } = placed;
  const { operationId, summary, security } = operation;
  const filters = query(operation);
  return markup`<article id="${operationId}">
<h4><b class="method ${method}">${method.toUpperCase()}</b> <code>${path.split('/').map((part, at) => (at === 0 ? '' : markup`/<wbr>${part}`))}</code></h4>
<p><strong>${summary}.</strong> ${security.length === 1 ? markup`<a class="who" href="/api#tokens">secretariat</a> ` : ''}${taken(placed, schemas)}${answered(placed)}${refused(placed)}</p>
${filters ? fieldTable(`Parameters of ${operationId}`, filters, { isGiven: false, head: 'Parameter' }) : ''}${example(placed)}</article>
`;
};
