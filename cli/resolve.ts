import { createPageIndex } from '../utils/anchor/page-index.ts';
import { resolve } from '../utils/anchor/resolve.ts';
import type { TextSpan } from '../utils/domain/page-text.ts';
import { Selector } from '../utils/domain/selector.ts';
import { answerLines, type Command, LineError } from './command.ts';
import { readPageFile } from './read-page-file.ts';

/** Characters of context in an answer. */
const CONTEXT = 32;

export const command: Command = {
  name: 'resolve',
  summary: 'where described passages are in a page as it is now, and what changed',
  help: `saidso resolve PAGE.html < SELECTORS > ANCHORS

in   {"id", "selector": [W3C selectors, as describe gives them]}
out  {"id", "status": "exact" | "moved" | "changed" | "orphaned", "exact", "prefix", "suffix", "similarity", "reason", "changes", "candidates"?}

exact, prefix, suffix: what stands at the place found (${CONTEXT} characters of context each); null when orphaned.
changes: [{"kind", "quote", "source"}], the words that differ, when "changed".
candidates: orphaned with the reason "ambiguous": the places that could be it, the likeliest first. Selectors of unknown types are ignored.`,
  async run(args) {
    const page = await readPageFile(args, 'resolve');
    if (page === null) return 1;
    const index = createPageIndex(page);
    return answerLines((row) => {
      const { status, span, similarity, reason, changes, candidates } = resolve(index, selectorsOf(row));
      const place = span === null ? { exact: null, prefix: null, suffix: null } : wordsAt(page.text, span);
      const offered = candidates === undefined ? {} : { candidates: candidates.map((one) => wordsAt(page.text, one)) };
      return { id: row.id ?? null, status, ...place, similarity, reason, changes, ...offered };
    });
  },
};

function wordsAt(text: string, { start, end }: TextSpan): { exact: string; prefix: string; suffix: string } {
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** Selectors as W3C writes them: one or a list, prefix and suffix optional. Those of unknown types are left out. */
function selectorsOf({ selector }: Record<string, unknown>): Selector[] {
  const list: unknown[] = Array.isArray(selector) ? selector : [selector];
  const known = list.flatMap((one) => {
    const parsed = Selector.safeParse(typeof one === 'object' && one !== null ? { prefix: '', suffix: '', ...one } : one);
    return parsed.success ? [parsed.data] : [];
  });
  if (!known.some((one) => one.type === 'TextQuoteSelector')) throw new LineError('“selector” must hold a TextQuoteSelector with “exact”');
  return known;
}
