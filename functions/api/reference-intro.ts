import { markup } from '../../shared/documents/markup.ts';
import { type Html, table } from './reference-fields.ts';

const rules: readonly [string, Html][] = [
  [
    'Changes',
    markup`Every record comes with an <code>ETag</code>. <code>PATCH</code> (JSON Merge Patch), <code>PUT</code> and <code>DELETE</code> want it back in <code>If-Match</code>: without it they are refused with <a href="#precondition-required">precondition-required</a>, and with <a href="#stale">stale</a> when somebody was faster; the refusal carries the present <code>ETag</code>.`,
  ],
  [
    'Retries',
    markup`Give a <code>POST</code> an <code>Idempotency-Key</code> of your own, such as a UUID. Sent again with the same body within 24 hours, it acts once and is answered the same; with another body it is refused with <a href="#key-reused">key-reused</a>.`,
  ],
  [
    'Lists',
    markup`<code>limit</code> (50, at most 200) and <code>cursor</code>. A page is <code>{ "items": […], "next": "…" }</code>; follow <code>next</code>, or the header <code>Link</code> with <code>rel="next"</code>, until it is null. Filters are parameters by name.`,
  ],
  [
    'Texts',
    markup`Words that people wrote stand by language, <code>{ "en": "…", "fr": "…" }</code>, under BCP 47 tags. For a declaration’s documents, <code>?lang=</code> chooses. Markup is kept as it was typed and never rendered.`,
  ],
  [
    'Times',
    markup`Instants are RFC 3339, answered in UTC: <code>2027-03-10T09:00:00Z</code>. A session also carries its local hours and the summit’s IANA zone. A date may be a day, a month or a year, as far as it is known.`,
  ],
  [
    'Caching',
    markup`A public read without a token carries <code>ETag</code> and may be kept for 30 seconds; send <code>If-None-Match</code> and be told 304. With a token nothing is kept. Public reads allow any origin.`,
  ],
  [
    'Origin',
    markup`Each record says whether it was <code>held</code> here or is <code>reported</code>: transcribed, with a source for every fact. A reported record is given its state; one held here passes by transitions.`,
  ],
  [
    'Bodies',
    markup`JSON in UTF-8, at most 1 MB. Unknown fields and parameters are refused, and every wrong field is named at once.`,
  ],
];

/** What the API is, how to be let in, and what holds for every operation. */
export const introduction = (): Html => markup`<section id="start">
<p class="lead">Plenary takes a city summit from its call for sessions to a declaration that anyone can check. This is its programming interface: JSON over HTTP under <code>/api/v1</code>, for everything that the pages show and the secretariat does.</p>
<p>Everyone reads what is public without asking. Programs find the same contract as OpenAPI 3.1 at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>. Cities and people in the examples are invented.</p>
<pre tabindex="0"><code>API=http://127.0.0.1:8080/api/v1
curl -s "$API/summits"</code></pre>
</section>
<section id="tokens">
<h2>Tokens</h2>
<p>Writing needs a bearer token of an account in the group <code>secretariat</code>; so does reading drafts, contact details and outcomes that are not filed. Operations that need it are marked <span class="who">secretariat</span>. On one machine, a token of the invented account amira is one command away:</p>
<pre tabindex="0"><code>TOKEN=$(npm run -s token -- amira)
curl -s "$API/summits" -H "Authorization: Bearer $TOKEN"</code></pre>
<p>A token that is not accepted is refused on every address with <a href="#bad-token">bad-token</a>, also where none is needed.</p>
</section>
<section id="conventions">
<h2>Conventions</h2>
${table(
  'Conventions',
  ['Matter', 'Rule'],
  rules.map(
    ([matter, rule]) => markup`<tr><th scope="row">${matter}</th><td>${rule}</td></tr>
`,
  ),
)}</section>
`;
