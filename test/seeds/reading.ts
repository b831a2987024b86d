import type { Json } from '../door.ts';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path such as "check.verdict"; undefined where nothing does. */
export const inside = (json: unknown, path: string): unknown =>
  path.split('.').reduce((found, field) => (isJson(found) ? found[field] : undefined), json);

/** The objects of the list at a path; none where there is no list. */
export const listIn = (json: unknown, path: string): Json[] => {
  const found = inside(json, path);
  return Array.isArray(found) ? found.filter(isJson) : [];
};
