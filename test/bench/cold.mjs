// Runs in a process of its own: imports one bundle and answers its first event, and says how many milliseconds that took.
import { pathToFileURL } from 'node:url';

const [bundle, path] = process.argv.slice(2);
const event = {
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'bench.example.org' },
  requestContext: {
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
    requestId: 'bench-1',
    timeEpoch: 1_800_000_000_000,
    domainName: 'bench.example.org',
    stage: '$default',
  },
  isBase64Encoded: false,
};

const began = process.hrtime.bigint();
const { handler } = await import(pathToFileURL(bundle).href);
const answer = await handler(event, {});
const took = Number(process.hrtime.bigint() - began) / 1e6;
if (answer.statusCode !== 200) throw new Error(`The first event was answered ${answer.statusCode}: ${answer.body}`);
process.stdout.write(String(took));
process.exit(0);
