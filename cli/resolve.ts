import { createPageIndex } from '../utils/anchor/page-index.ts';
import { resolve } from '../utils/anchor/resolve.ts';
import { Selector } from '../utils/domain/annotation.ts';
import { answerLines, type Command, LineError } from './command.ts';
import { readPageFile } from './read-page-file.ts';

/** Characters of context in an answer. */
const CONTEXT = 32;

export const command: Command = {
  name: 'resolve',
  summary: 'where described passages are in a page as it is now, and what changed',
  help: `saidso resolve PAGE.html < SELECTORS > ANCHORS

in   {"id", "selector": [W3C selectors, as describe gives them]}
out  {"id", "status": "exact" | "moved" | "changed" | "orphaned", "exact", "prefix", "suffix", "similarity", "reason", "changes"}

exact, prefix, suffix: what stands at the place found (${CONTEXT} characters of context each); null when orphaned.
changes: [{"kind", "quote", "source"}], the words that differ, when "changed". Selectors of unknown types are ignored.`,
  async run(args) {
    const page = await readPageFile(args, 'resolve');
    if (page === null) return 1;
    const index = createPageIndex(page);
    return answerLines((row) => {
      const anchor = resolve(index, selectorsOf(row));
      const { status, span, similarity, reason, changes } = anchor;
      const words =
        span === null
          ? { exact: null, prefix: null, suffix: null }
          : {
              exact: page.text.slice(span.start, span.end),
              prefix: page.text.slice(Math.max(0, span.start - CONTEXT), span.start),
              suffix: page.text.slice(span.end, span.end + CONTEXT),
            };
      return { id: row.id ?? null, status, ...words, similarity, reason, changes };
    });
  },
};

function selectorsOf(row: Record<string, unknown>): Selector[] {
  const { selector } = row;
  if (!Array.isArray(selector)) throw new LineError('“selector” must be a list of W3C selectors');
  const known = selector.flatMap((one: unknown) => {
    const parsed = Selector.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  if (!known.some((one) => one.type === 'TextQuoteSelector'))
    throw new LineError('“selector” holds no TextQuoteSelector with exact, prefix and suffix');
  return known;
}
