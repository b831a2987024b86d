// What a browser puts aside, so that the rapporteur's pages open again without a connection.

const prefix = 'rapporteur ';

/** Where the pages of an account are put aside. */
export const asideFor = (account: string): string => prefix + account;

/** Whether something that was put aside is of these pages. */
export const isAside = (name: string): boolean => name.startsWith(prefix);

interface Lasting {
  waitUntil: (work: Promise<unknown>) => void;
}

interface Fetching<Request, Response> extends Lasting {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}

/** What a service worker is, as far as it is used here: the library of types for it does not go with that of pages. */
export interface Keeper<Request, Response> {
  location: { origin: string };
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', hear: (event: Lasting) => void) => void) &
    ((type: 'fetch', hear: (event: Fetching<Request, Response>) => void) => void);
}
