import { handle } from 'hono/aws-lambda';
import { doorFromEnvironment } from '../runtime.ts';
import { api } from './app.ts';

const app = api(doorFromEnvironment());

// Before the first event: what runs once (Intl, Response, the router) runs now, where a cold start has time and full power.
await app.request('/warm');

export const handler = handle(app);
