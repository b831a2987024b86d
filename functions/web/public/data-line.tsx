import { base } from '../../../shared/contract/mounted.ts';
import type { Asked, Way } from '../page.ts';
import { wordsHere } from './here.ts';

/** The same as the page, for programs: `ways` lead below /api/v1. */
export const DataLine = ({ asked, ways }: { asked: Asked; ways: readonly Way[] }) => (
  <p class="minor">
    {wordsHere(asked).asData}{' '}
    {ways.map(({ href, label }, at) => (
      <>
        {at > 0 ? ' · ' : ''}
        <a href={`${base}${href}`}>{label}</a>
      </>
    ))}
  </p>
);
