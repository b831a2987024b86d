// As a shell takes it, whatever stands in it.
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

/** What to paste first, once `npm start` stands: from filed outcomes to a declaration that shows where each paragraph came from. */
export const example = (address: string, dataDir?: string): string => `# A token for amira, of the secretariat
TOKEN=$(${dataDir ? `DATA_DIR=${quoted(dataDir)} ` : ''}npm run -s token -- amira)

# Put somebody who confirmed into a second room at the same time: refused, with the session in the way and the nearest free place
curl -s -X PUT '${address}/api/v1/summits/rehearsal-2031/sessions/hf-3/placement?suggest=1' \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H 'If-Match: *' \\
  -d '{"room": "lamp-room", "start": "2031-05-06T14:30"}'

# Compile a declaration from what the sessions of the rehearsal filed
curl -s ${address}/api/v1/summits/rehearsal/declarations \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H 'Idempotency-Key: first' \\
  -d '{"slug": "first", "title": {"en": "Our first declaration"}, "kind": "declaration"}'

# Read it: every paragraph, and the outcome that it came from
curl -s ${address}/api/v1/summits/rehearsal/declarations/first.md -H "Authorization: Bearer $TOKEN"

# Beside it, a real one as reported: what was printed, and what the records show
curl -s ${address}/api/v1/summits/u20-2018/declarations/communique.md

# The rehearsal's own declaration, adopted and signed: fetch all that shows it, and check it without asking us
curl -sLo declaration.zip ${address}/api/v1/summits/rehearsal/declarations/rehearsal-declaration/declaration.zip
curl -so keys.json ${address}/.well-known/jwks.json
npx plenary verify declaration.zip --key keys.json`;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

export const greeting = (address: string, issuer: string, dataDir?: string): string => `
Plenary is ready.

  Pages          ${address}/
  API reference  ${address}/api
  Summits        ${address}/api/v1/summits
  Outbox         ${address}/outbox
  Sign-in        ${issuer}/.well-known/openid-configuration

Paste this into another terminal, in this folder:

${indented(example(address, dataDir))}

Ctrl-C stops it; the data stays.
`;
