import { describeIn } from '../utils/anchor/describe.ts';
import { locate } from '../utils/anchor/locate.ts';
import { createPageIndex } from '../utils/anchor/page-index.ts';
import { answerLines, type Command, LineError } from './command.ts';
import { readPageFile } from './read-page-file.ts';

export const command: Command = {
  name: 'describe',
  summary: 'selectors of passages of a page, named by their text and what stands around it',
  help: `saidso describe PAGE.html < PASSAGES > SELECTORS

in   {"id", "exact": "the words", "prefix"?: "what stands before", "suffix"?: "what stands behind"}
out  {"id", "selector": [W3C selectors]}: a TextQuoteSelector with as much context as tells the passage from its copies,
     and a TextPositionSelector (UTF-16 offsets into the page's text)

White space in the line may differ from the page's. A passage that the page does not hold is an error line.`,
  async run(args) {
    const page = await readPageFile(args, 'describe');
    if (page === null) return 1;
    const index = createPageIndex(page);
    return answerLines((row) => {
      const passage = { exact: text(row, 'exact'), prefix: text(row, 'prefix', ''), suffix: text(row, 'suffix', '') };
      const span = locate(index, passage);
      if (span === null) throw new LineError(`the page does not hold “${passage.exact.slice(0, 60)}”`);
      return { id: row.id ?? null, selector: describeIn(index, span) };
    });
  },
};

/** A field that must be a string; `fallback` where it may be left out. */
function text(row: Record<string, unknown>, field: string, fallback?: string): string {
  const value = row[field] ?? fallback;
  if (typeof value !== 'string') throw new LineError(`“${field}” must be a string`);
  return value;
}
