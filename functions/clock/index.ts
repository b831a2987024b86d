import { backstageFromEnvironment } from '../runtime.ts';
import { clock } from './app.ts';

const backstage = backstageFromEnvironment();

export const handler = clock([], backstage);
