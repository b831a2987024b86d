import { html } from 'hono/html';
import { digest } from '../../shared/domain/digest.ts';
import { cached, isPublicRead } from '../../shared/http/respond.ts';
import { isReading } from '../../shared/http/session.ts';
import { isKnown } from '../../shared/http/tag.ts';
import { Frame } from './layout.tsx';
import { type Asked, type Page, pageHeaders } from './page.ts';

/** A page of the public site is kept for as long as the records it shows, and not sent again to who has it. */
const openly = (asked: Asked, headers: Headers, text: string): Response | undefined => {
  const tag = `"${digest(text).slice(0, 16)}"`;
  headers.set('etag', tag);
  headers.set('vary', 'Authorization, Cookie');
  headers.set('cache-control', isPublicRead(asked.request) ? cached : 'no-store');
  const isTheirs = isReading(asked.request) && isKnown(asked.request.headers.get('if-none-match') ?? undefined, tag);
  if (!isTheirs) return undefined;
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
};

/** A page as it is sent. */
export const shown = async (asked: Asked, page: Page): Promise<Response> => {
  const text = String(await html`<!doctype html>${(<Frame asked={asked} page={page} />)}`);
  const headers = new Headers(pageHeaders(page));
  const isOpen = page.open !== undefined && (page.status ?? 200) === 200;
  if (page.open && !isOpen) headers.set('cache-control', 'no-store');
  return (
    (isOpen ? openly(asked, headers, text) : undefined) ?? new Response(text, { status: page.status ?? 200, headers })
  );
};
