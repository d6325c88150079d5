/** `modified` is the version of a record: each change has another, later one, also within a millisecond and after the clock is set back. */
export function later(before: { modified: string }, now: string): string {
  return new Date(Math.max(Date.parse(now), Date.parse(before.modified) + 1)).toISOString();
}
