/// <reference lib="dom" />

import type { Keeper } from '../rapporteur/aside.ts';

// Opens the rapporteur's pages again where there is no connection. With one, everything comes from the service as it would without this; what a page needs is
// put aside by the page itself, for the account that it was made for, and is gone when that signs out.

const worker = globalThis as unknown as Keeper<Request, Response>;

/** How long a page is waited for before the one that was put aside is shown, in milliseconds. */
const patience = 8_000;

/** Its address says what it holds. */
const isLasting = (path: string): boolean => /\.[0-9a-f]{12}\.\w+$|\.woff2$/.test(path);

const aside = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { ignoreSearch: true, ignoreVary: true });

const fetched = async (request: Request): Promise<Response> => {
  const kept = await aside(request);
  if (!kept) return fetch(request);
  if (isLasting(new URL(request.url).pathname)) return kept;
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), patience);
  });
  return Promise.race([fetch(request).catch(() => kept), late]);
};

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' || pathname.startsWith('/assets/')) event.respondWith(fetched(request));
});
