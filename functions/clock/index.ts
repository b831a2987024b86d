import { backstageFromEnvironment } from '../runtime/backstage.ts';
import { clock } from './app.ts';
import { works } from './works.ts';

const backstage = backstageFromEnvironment();

export const handler = clock(works(backstage), backstage);
