import { handle } from 'hono/aws-lambda';
import { api } from './app.ts';

export const handler = handle(api());
