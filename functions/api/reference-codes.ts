import { type Code, codes } from '../../shared/domain/error.ts';
import { markup } from '../../shared/documents/markup.ts';
import { statusOf } from '../../shared/http/problem.ts';
import type { OpenApi } from '../../shared/http/openapi.ts';
import { json } from './reference-curl.ts';
import { type Html, table } from './reference-fields.ts';

const row = (code: Code): Html => markup`<tr id="${code}">
<th scope="row"><code>${code}</code></th><td>${statusOf(code)}</td><td>${codes[code]}</td>
</tr>
`;

/** Every code that a refusal can carry, each under the anchor that its problems' `type` names. */
export const codesSection = ({ components }: OpenApi): Html => markup`<section id="problems">
<h2>Problems</h2>
<p>Every refusal is a problem (RFC 9457), <code>application/problem+json</code>. Its <code>type</code> is <code>/api#</code> and one of the codes below, which are stable: decide by them. <code>detail</code> says what to do, <code>errors</code> names every wrong field at once, <code>conflictsWith</code> the record in the way, and <code>instance</code> is the id of the request.</p>
<pre tabindex="0"><code>${json(components.examples.invalid?.value)}</code></pre>
${table('Problem codes', ['Code', 'Status', 'What it means'], (Object.keys(codes) as Code[]).map(row))}</section>
`;
