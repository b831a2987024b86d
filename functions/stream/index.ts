import { backstageFromEnvironment } from '../runtime.ts';
import { stream } from './app.ts';
import { trailErrand } from './trail.ts';

const backstage = backstageFromEnvironment();

export const handler = stream({ pending: trailErrand(backstage) }, backstage.log);
