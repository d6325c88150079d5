import type { PackedPage } from '../../../utils/domain/packed-page.ts';
import type { PageText } from '../../../utils/domain/page-text.ts';

/** A page as a content script sends it. What is no page is packed as far as it goes, as a page's process might. */
export function packPage({ elements, ...page }: PageText): PackedPage {
  const strings: string[] = [];
  const rows: number[] = [];
  const marks: number[] = [];
  const put = (string: string): number => strings.push(string) - 1;
  let last = 0;
  for (const [i, { tag, start, end, parent, names, ...marked }] of elements.entries()) {
    rows.push(put(tag), start - last, end - start, i - parent, names === undefined ? -1 : put(names));
    last = start;
    for (const [which, name] of (['href', 'cite', 'lang'] as const).entries()) {
      const value = marked[name];
      if (value !== undefined) marks.push(i, which, put(value));
    }
  }
  return { ...page, strings, rows, marks };
}
