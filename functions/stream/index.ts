import { backstageFromEnvironment } from '../runtime.ts';
import { stream } from './app.ts';

const { log } = backstageFromEnvironment();

export const handler = stream({}, log);
