import { type PageElement, PageMetadata, type PageText } from './page-text.ts';
import { z } from './zod.ts';

/** Numbers of an element in `rows`: its tag, start, length, parent, names. */
const ROW = 5;
/** Numbers of an attribute in `marks`: its element, which attribute, its value. */
const MARK = 3;
const MARKED = ['href', 'cite', 'lang'] as const;

const Integers = z.custom<number[]>((value) => Array.isArray(value) && value.every(Number.isInteger));

/**
 * A `PageText` on its way out of a page. Every object that is written and sent costs the page's main thread, so elements travel as numbers:
 * a third of the bytes, made and written in a quarter of the time (1 MB of HTML, 12,000 elements).
 *
 * `rows` holds five numbers an element: its tag (index into `strings`), how far it starts behind the element before it, its length, how many
 * elements before it its parent is listed (for one at the top its own index + 1), and its names (index into `strings`, −1 for none).
 * `marks` holds three numbers an attribute: the element's index, which one (0 `href`, 1 `cite`, 2 `lang`), its value (index into `strings`).
 */
export const PackedPage = z
  .object({
    url: z.string(),
    base: z.string(),
    title: z.string(),
    language: z.nullable(z.string()),
    text: z.string(),
    strings: z.array(z.string()),
    rows: Integers,
    marks: Integers,
    metadata: PageMetadata,
    truncated: z.boolean(),
  })
  .check(z.refine(isSound));
export type PackedPage = z.infer<typeof PackedPage>;

/**
 * A page's process can send anything; what follows parents or spans would never end, or leave the text, if an element did not lie in
 * its parent, the first ones in the text.
 */
function isSound({ text, strings, rows, marks }: { text: string; strings: string[]; rows: number[]; marks: number[] }): boolean {
  if (rows.length % ROW !== 0 || marks.length % MARK !== 0) return false;
  const count = rows.length / ROW;
  const ends = new Float64Array(count);
  const holds = (string: number, least: number): boolean => least <= string && string < strings.length;
  let start = 0;
  for (let i = 0; i < count; i++) {
    const [tag = -1, behind = -1, length = -1, above = 0, names = -1] = rows.slice(i * ROW, i * ROW + ROW);
    start += behind;
    ends[i] = start + length;
    if (!holds(tag, 0) || behind < 0 || length < 0 || above < 1 || above > i + 1 || !holds(names, -1)) return false;
    if (start + length > (ends[i - above] ?? text.length)) return false;
  }
  for (let i = 0; i < marks.length; i += MARK) {
    const [element = -1, which = -1, value = -1] = marks.slice(i, i + MARK);
    if (element < 0 || element >= count || !(which in MARKED) || !holds(value, 0)) return false;
  }
  return true;
}

/** The page as the engines know it. */
export function unpackPage({ strings, rows, marks, ...page }: PackedPage): PageText {
  const elements: PageElement[] = [];
  const string = (index: number | undefined): string => strings[index ?? -1] ?? '';
  let start = 0;
  for (let i = 0; i < rows.length; i += ROW) {
    const index = elements.length;
    start += rows[i + 1] ?? 0;
    const element: PageElement = { tag: string(rows[i]), start, end: start + (rows[i + 2] ?? 0), parent: index - (rows[i + 3] ?? 1) };
    const names = string(rows[i + 4]);
    if (names !== '') element.names = names;
    elements.push(element);
  }
  for (let i = 0; i < marks.length; i += MARK) {
    const element = elements[marks[i] ?? -1];
    const name = MARKED[marks[i + 1] ?? -1];
    if (element && name) element[name] = string(marks[i + 2]);
  }
  return { ...page, elements };
}
