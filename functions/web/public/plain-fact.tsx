import type { Child } from 'hono/jsx';

/** One entry of a list of facts, without a line above it. */
export const PlainFact = ({ label, children }: { label: Child; children: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
