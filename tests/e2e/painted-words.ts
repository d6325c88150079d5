import type { Page } from '@playwright/test';

/** Words that Saidso has highlighted, from the browser's own registry of highlights; the quiet marks on quotes are not among them. */
export const paintedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.entries()]
      .filter(([name]) => /^qm-[1-5]$/.test(name))
      .flatMap(([, highlight]) =>
        // Nodes that the page has taken out keep their place in the registry, and are not to be seen.
        [...highlight]
          .filter(({ startContainer, endContainer }) => startContainer.isConnected && endContainer.isConnected)
          .map((part) => {
            const range = document.createRange();
            range.setStart(part.startContainer, part.startOffset);
            range.setEnd(part.endContainer, part.endOffset);
            return range.toString().replace(/\s+/g, ' ');
          }),
      ),
  );

/** How many places carry the quiet mark of a detected quote. */
export const quietMarks = (page: Page): Promise<number> =>
  page.evaluate(() => (CSS.highlights.get('qm-0')?.size ?? 0) + (CSS.highlights.get('qm-8')?.size ?? 0));
