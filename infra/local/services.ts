import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Mailbox, Refused, type SendEmail } from './mail.ts';
import type { S3 } from './s3.ts';
import type { Answer, Kms } from './signing.ts';

export type Services = { readonly environment: Readonly<Record<string, string>>; readonly stop: () => Promise<void> };

const sent = async (mailbox: Mailbox, asked: SendEmail): Promise<Answer> => {
  try {
    const { id } = await mailbox.accept(asked);
    return { status: 200, body: { MessageId: id } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: 400, error: 'BadRequestException', body: { message: error.message } };
  }
};

/** SES, KMS and S3 on this machine, behind the same calls; what the SDK has to know to find them stands in `environment`. */
export const startServices = async (mailbox: Mailbox, kms: Kms, s3: S3 = async () => false): Promise<Services> => {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const [service, operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    if (service === 'TrentService') return kms(operation, (await json(request)) as Parameters<Kms>[1]);
    if (request.method === 'POST' && request.url === '/v2/email/outbound-emails')
      return sent(mailbox, (await json(request)) as SendEmail);
    return { status: 404, error: 'UnknownOperationException', body: { message: `${request.method} ${request.url}` } };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await s3(request, response)) return;
    const { status, error, body } = await answer(request);
    const type = error && { 'x-amzn-errortype': error };
    response.writeHead(status, { 'content-type': 'application/json', ...type }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const environment = {
    AWS_ENDPOINT_URL_SESV2: endpoint,
    AWS_ENDPOINT_URL_KMS: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
  };
  return { environment, stop };
};
