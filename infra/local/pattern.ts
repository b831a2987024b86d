/** A pattern of EventBridge or of an event source mapping: under each name the values that fit, or a pattern for what lies there. */
export type Pattern = { readonly [name: string]: Pattern | readonly unknown[] };

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const isExists = (wanted: unknown): wanted is { exists: boolean } =>
  typeof wanted === 'object' && wanted !== null && typeof (wanted as { exists?: unknown }).exists === 'boolean';

const isOneOf = (values: readonly unknown[], value: unknown): boolean =>
  values.some((wanted) => {
    if (isExists(wanted)) return (value !== undefined) === wanted.exists;
    if (typeof wanted === 'object' && wanted !== null)
      throw new Error(
        `infra/local does not know the comparison ${JSON.stringify(wanted)}. Add it to infra/local/pattern.ts.`,
      );
    return wanted === value;
  });

/** Whether an event fits a pattern: every name of the pattern has to. Of AWS's comparisons it knows "is one of these" and "exists". */
export const fits = (pattern: Pattern, event: unknown): boolean =>
  Object.entries(pattern).every(([name, wanted]) => {
    const value = fieldOf(event, name);
    return Array.isArray(wanted) ? isOneOf(wanted, value) : fits(wanted as Pattern, value);
  });
