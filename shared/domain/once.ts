/**
 * Builds something on first use and keeps it. Schemas are built this way because a function that starts cold builds only what its first
 * request needs: with every route mounted, building all of them costs a third of the start.
 */
export const once = <T>(build: () => T): (() => T) => {
  let built: T | undefined;
  return () => (built ??= build());
};
