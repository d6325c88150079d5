import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import type { Quotation } from '../../utils/domain/quotation.ts';

export interface ReadPage {
  page: PageText;
  quotations: Quotation[];
}

/** Text kept over all frames, in characters; four of the longest pages that are read. The oldest go first; a page can be had again from its frame. */
const MAX_CACHED_CHARACTERS = 16_000_000;

const cached = new Map<string, ReadPage>();
const keyOf = (tabId: number, frameId: number): string => `${tabId}/${frameId}`;

/** The last page read in each frame, with its quotations: in memory only, gone with the worker, the tab or a new page. */
export const pageCache = {
  get: (tabId: number, frameId: number): ReadPage | null => cached.get(keyOf(tabId, frameId)) ?? null,

  /** Puts a page in; its quotations are detected unless it is the page that was there, as after a change of the annotations. */
  read: (tabId: number, frameId: number, page: PageText): ReadPage => {
    const key = keyOf(tabId, frameId);
    const last = cached.get(key);
    const same = last !== undefined && last.page.text === page.text && last.page.url === page.url && sameElements(last.page, page);
    const read = { page, quotations: same ? last.quotations : detectQuotations(page) };
    cached.delete(key);
    cached.set(key, read);
    evict(key);
    return read;
  },

  forget: (tabId: number, frameId: number): boolean => cached.delete(keyOf(tabId, frameId)),

  forgetTab: (tabId: number): void => {
    for (const key of [...cached.keys()]) if (key.startsWith(`${tabId}/`)) cached.delete(key);
  },
};

/** Detection looks at elements and metadata too. Comparing them is cheaper than detecting by orders of magnitude. */
function sameElements(a: PageText, b: PageText): boolean {
  return (
    a.elements.length === b.elements.length &&
    JSON.stringify(a.metadata) === JSON.stringify(b.metadata) &&
    JSON.stringify(a.elements) === JSON.stringify(b.elements)
  );
}

function evict(newest: string): void {
  let total = 0;
  for (const { page } of cached.values()) total += page.text.length;
  for (const [key, { page }] of cached) {
    if (total <= MAX_CACHED_CHARACTERS || key === newest) return;
    cached.delete(key);
    total -= page.text.length;
  }
}
