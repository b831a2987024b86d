import { houseFromEnvironment, now } from '../runtime.ts';
import { feedback } from './app.ts';

export const handler = feedback(houseFromEnvironment(), now);
