/** White space that layout collapses: a no-break space is none. */
export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** Most text nodes with words hold single spaces only, and to look costs a tenth of replacing. */
const UNEVEN = /[\t\n\f\r]| {2}/;

/** Every run of white space as one space. */
export const evened = (data: string): string => (UNEVEN.test(data) ? data.replace(/[\t\n\f\r ]{2,}|[\t\n\f\r]/g, ' ') : data);

/** White space as a browser lays it out: runs become one space, none at the ends. No-break spaces stay. */
export function collapse(data: string): string {
  const even = evened(data);
  return even.slice(even.startsWith(' ') ? 1 : 0, even.length > 1 && even.endsWith(' ') ? -1 : undefined);
}
