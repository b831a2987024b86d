import { Crew } from '../domain/crew.ts';
import type { Kind } from './item.ts';
import { crewKey } from './key.ts';

export const crewKind: Kind<Crew> = {
  type: 'crew',
  schema: 1,
  record: Crew,
  key: ({ summit, session, slug }) => crewKey(summit, session, slug),
};
