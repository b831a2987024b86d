import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Bodies of these types arrive as text, all others in base64. The list is AWS's, for HTTP APIs. */
const isText = (type: string): boolean => /^(text\/|application\/(json|xml|javascript)\b)/.test(type);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');
const logTime = (at: Date): string =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;

/** Names in lower case, several values of one name joined by a comma; cookies are apart. */
const headersOf = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      name === 'cookie' ? [] : [[name, values.join(',')]],
    ),
  );

const queryOf = (search: string): Record<string, string> | undefined => {
  const query = new URLSearchParams(search);
  const names = [...new Set(query.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])) : undefined;
};

export type Matched = { readonly routeKey: string; readonly pathParameters?: Record<string, string> };

/** The path as an HTTP API hands it on: percent-decoded, unlike the query string. Undefined when it cannot be decoded. */
export const decodedPath = (url: string): string | undefined => {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    return undefined;
  }
};

/** The event that an HTTP API with payload format 2.0 builds of a request. */
export const eventOf = (
  request: IncomingMessage,
  rawPath: string,
  body: Buffer,
  matched: Matched,
  now: Date,
): APIGatewayProxyEventV2 => {
  const headers = headersOf(request);
  const [, rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const sourceIp = request.socket.remoteAddress ?? '';
  const port = String(request.socket.localPort);
  const text = isText(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: matched.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers: { ...headers, 'x-forwarded-for': sourceIp, 'x-forwarded-port': port, 'x-forwarded-proto': 'http' },
    ...(rawQueryString && { queryStringParameters: queryOf(rawQueryString) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: matched.routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...(matched.pathParameters && { pathParameters: matched.pathParameters }),
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
};

type Answer = {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

/** Sends what the function answered. An answer without a status is a body in JSON, as payload format 2.0 says. */
export const send = (response: ServerResponse, result: unknown): void => {
  const answer: Answer = isAnswer(result)
    ? result
    : {
        headers: { 'content-type': 'application/json' },
        body: typeof result === 'string' ? result : JSON.stringify(result),
      };
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (answer.cookies?.length) response.setHeader('set-cookie', [...answer.cookies]);
  response.statusCode = answer.statusCode ?? 200;
  response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'));
};
