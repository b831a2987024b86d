import type { Amendment } from './amendment.ts';
import type { Declaration } from './declaration.ts';
import type { Circulation } from './circulation.ts';
import type { MailLanguage } from './language.ts';
import type { Letter } from './letter.ts';
import type { Panelist } from './panelist.ts';
import type { Decision } from './proposal-decision.ts';
import type { Release } from './release.ts';
import type { ReleaseChange } from './release-changes.ts';
import type { Session } from './session.ts';
import type { Signature } from './signature.ts';
import type { Signing } from './signing.ts';
import type { Summit } from './summit.ts';
import type { Text } from './text.ts';

/** What a letter is written from: the records that it names, as they are when it is sent. */
export interface Material {
  letter: Letter;
  language: MailLanguage;
  /** Where the product is reached, such as "https://plenary.example". */
  site: string;
  /** Of the deed that ordered it, for whoever asks what became of it. */
  deed: string;
  at: string;
  /** What the recipient is called, where that is known. */
  name?: string | undefined;
  summit?: Summit | undefined;
  session?: Session | undefined;
  panelist?: Panelist | undefined;
  declaration?: Declaration | undefined;
  signing?: Signing | undefined;
  signature?: Signature | undefined;
  amendment?: Amendment | undefined;
  /** What was decided about a proposal. */
  decision?: Decision | undefined;
  /** Who nominated the panelist, as they are called. */
  networks: readonly Text[];
  /** What a role reaches, or an amendment is about, beside the summit and the session. */
  reach: readonly { part: 'track' | 'declaration' | 'organization'; name: Text }[];
  /** The release that a letter is about, and what of it concerns the recipient. */
  release?: Release | undefined;
  changes?: readonly ReleaseChange[] | undefined;
  /** What a letter about a silence procedure is about. */
  circulation?: Circulation | undefined;
  /** Where the recipient acts; whoever has it may act. */
  link?: string | undefined;
  /** What signs once, for a few minutes; it stands in the mail and nowhere else. */
  code?: string | undefined;
}
