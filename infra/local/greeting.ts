/** What to paste first, once `npm start` stands: read, get a token, write. */
export const example = (address: string): string => `  # What is on the programme of the rehearsal
  curl -s ${address}/api/v1/summits/rehearsal/sessions

  # A token for amira, of the secretariat
  TOKEN=$(npm run -s token -- amira)

  # A declaration compiled from the outcomes of the rehearsal
  curl -s ${address}/api/v1/summits/rehearsal/declarations \\
    -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -d '{"title": {"en": "Declaration of the rehearsal"}, "kind": "resolution"}'`;

export const greeting = (address: string, issuer: string): string => `
Plenary is ready.

  API reference  ${address}/api
  Health         ${address}/api/v1/health
  Sign-in        ${issuer}/.well-known/openid-configuration

${example(address)}

Ctrl-C stops it; the data stays.
`;
