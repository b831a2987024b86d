import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Mailbox, Refused, type SendEmail } from './mail.ts';
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

/** SES and KMS on this machine, behind the same calls; what the SDK has to know to find them stands in `environment`. */
export const startServices = async (mailbox: Mailbox, kms: Kms): Promise<Services> => {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const [service, operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    if (service === 'TrentService') return kms(operation, (await json(request)) as Parameters<Kms>[1]);
    if (request.method === 'POST' && request.url === '/v2/email/outbound-emails')
      return sent(mailbox, (await json(request)) as SendEmail);
    return { status: 404, error: 'UnknownOperationException', body: { message: `${request.method} ${request.url}` } };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, error, body }) => {
        const type = error && { 'x-amzn-errortype': error };
        response.writeHead(status, { 'content-type': 'application/json', ...type }).end(JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { environment: { AWS_ENDPOINT_URL_SESV2: endpoint, AWS_ENDPOINT_URL_KMS: endpoint }, stop };
};
