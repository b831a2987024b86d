import type { Operation, Parameter } from '../../shared/http/openapi-operation.ts';

const lineLength = 72;

const inOneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${inOneLine(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

/** JSON for a reader: what fits on a line stands on one. */
export const json = (value: unknown, indent = ''): string => {
  const whole = inOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + whole.length <= lineLength) return whole;
  const deeper = `${indent}  `;
  const inner = Array.isArray(value)
    ? value.map((entry) => json(entry, deeper))
    : Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}: ${json(entry, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner.map((one) => `${deeper}${one}`).join(',\n')}\n${indent}${close}`;
};

// Inside single quotes a shell takes everything as it is but the quote itself.
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const filled = (path: string, parameters: readonly Parameter[]): string =>
  parameters.reduce((address, { name, example }) => address.replace(`{${name}}`, String(example)), path);

/** The request of an operation as a command to paste: `$API` is the API's address, `$TOKEN` a bearer token. */
export const curlOf = (
  method: string,
  path: string,
  parameters: readonly Parameter[],
  { security, requestBody }: Operation,
): string => {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const isConditional = method === 'put' || method === 'patch' || method === 'delete';
  const parts = [
    `curl -s${method === 'get' || method === 'post' ? '' : ` -X ${method.toUpperCase()}`} "$API${filled(path, parameters)}"`,
    ...(security.length === 1 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(isConditional ? [`-H 'If-Match: "1"'`] : []),
    ...(type ? [`-H 'Content-Type: ${type}'`, `-d ${quoted(json(content?.example))}`] : []),
  ];
  return parts.join(' \\\n  ');
};

/** What is answered, as text: a record as JSON, a document as it is. */
export const answerOf = ({ responses }: Operation): string | undefined => {
  const [response] = Object.entries(responses).flatMap(([status, one]) => (/^20[01]$/.test(status) ? [one] : []));
  const example = response && 'content' in response ? Object.values(response.content ?? {})[0]?.example : undefined;
  if (example === undefined) return undefined;
  return typeof example === 'string' ? example : json(example);
};
