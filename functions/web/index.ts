import { handle } from 'hono/aws-lambda';
import { siteFromEnvironment } from '../runtime.ts';
import { pages } from './app.tsx';

const app = pages(siteFromEnvironment());

// As for the API: what runs once runs before the first event.
await app.request('/warm');

export const handler = handle(app);
