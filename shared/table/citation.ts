import { Citation } from '../domain/citation.ts';
import type { Kind } from './item.ts';
import { citationKey, type Key } from './key.ts';

const keyOf = ({ summit, declaration, batch, paragraph, point, source }: Citation): Key => {
  const by = [summit, declaration, batch, paragraph, ...(point === undefined ? [] : [point])];
  if (source.kind === 'instrument')
    return citationKey({ instrument: source.instrument })(...by, ...(source.clause ? ['', source.clause] : []));
  if (source.kind === 'paragraph') return citationKey(source)(...by);
  throw new Error(`Nobody lists what comes from ${source.kind}.`);
};

export const citationKind: Kind<Citation> = { type: 'citation', schema: 1, record: Citation, key: keyOf };
