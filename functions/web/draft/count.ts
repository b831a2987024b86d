/** How many acts of one kind there are. */
export interface ActCount {
  organizations: number;
}

/** What the acts on a declaration come to, as far as the room shows it. */
export interface Totals {
  signatories: ActCount;
  observers: ActCount;
}
