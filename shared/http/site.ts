import type { Provider } from './provider.ts';
import type { Door } from './route.ts';

/** What the pages are given once, at the door. */
export interface Site extends Door {
  /** Where people reach them, such as "https://plenary.example". */
  site: string;
  issuer: string;
  /** The pages' own client at the issuer. */
  client: string;
  provider: () => Promise<Provider>;
  /** 256 random bits, base64url. */
  secret: () => string;
}
