/** One mail to one person, rendered. */
export interface Message {
  /** Whose name stands before the sender's address; without it the house's own. */
  from?: string;
  /** One address, and nothing else. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, such as `Plenary-Deed`. A line break in one is refused by whoever carries the mail. */
  headers: Readonly<Record<string, string>>;
  /** An iCalendar file to attach, whole. */
  calendar?: string;
}

/**
 * Carries mail away; made in functions/runtime.ts. It is not idempotent and tries once: an answer that got lost may be a mail that was sent.
 */
export interface Post {
  /** The id under which the carrier accepted it; bounces name it again. */
  send(message: Message): Promise<{ id: string }>;
}
