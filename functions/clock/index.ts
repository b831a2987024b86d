import { sequenceAll } from '../../shared/operations/trail.ts';
import { backstageFromEnvironment } from '../runtime.ts';
import { clock } from './app.ts';

const backstage = backstageFromEnvironment();

const { house, signer } = backstage;

export const handler = clock([{ name: 'trail', run: (now) => sequenceAll(house, signer, now) }], backstage);
