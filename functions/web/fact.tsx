import type { Child } from 'hono/jsx';

/** One entry of a list of facts; the chief one stands first and large. */
export const Fact = ({ label, chief, children }: { label: Child; chief?: boolean; children: Child }) => (
  <div class={chief ? undefined : 'ruled'}>
    <dt>{label}</dt>
    <dd class={chief ? 'chief' : undefined}>{children}</dd>
  </div>
);
