/** Reading JSON-LD that somebody else wrote: every property may be missing, single or a list. Inherited properties do not count. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const property = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** A text, or null when it is none. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The IRI of a reference: itself, or its `id`. */
export const iriOf = (value: unknown): string | null => textOf(value) ?? textOf(property(value, 'id'));

/** Any date that JavaScript reads, as the records write it; what is well written stays as it is. */
export function timeOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(text) ? text : new Date(time).toISOString();
}
