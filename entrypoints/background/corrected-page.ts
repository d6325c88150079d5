import { applyCorrections, type CorrectedQuotations } from '../../utils/anchor/apply-corrections.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { corrections } from '../../utils/db/corrections.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { takeFragment } from '../../utils/detect/take-fragment.ts';
import type { Correction } from '../../utils/domain/correction.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import type { ReadPage } from './page-cache.ts';

/** A page as the reader has corrected it: what the page shows, what is kept of it, and what indexes mean. */
export interface CorrectedPage extends CorrectedQuotations {
  page: PageText;
  /** What was detected. */
  read: ReadPage;
  corrections: Correction[];
}

/** Applies the document's corrections. Without a database there are none: what was detected is shown all the same. */
export async function withCorrections(read: ReadPage, keys: string[]): Promise<CorrectedPage> {
  const list = (await openDatabase()).ok ? await corrections.forPage(keys) : [];
  return { page: read.page, read, corrections: list, ...applyCorrections(createPageIndex(read.page), read.quotations, list) };
}

/**
 * Notes which corrections the page has, and takes the part of it that a test case needs for those that have none. A frame without a URL of
 * its own shares the corrections of the page around it: that they are missing there says nothing.
 */
export async function recordCorrections(
  { page, read, corrections: list, applied, detected }: CorrectedPage,
  frame: AskingFrame,
): Promise<void> {
  const visit = list.flatMap(({ id, fragment }, i) => {
    const quotation = detected.get(id);
    const found = applied[i]?.span !== null;
    if (!found && !frame.hasOwnUrl) return [];
    const taken = fragment === null && quotation !== undefined ? takeFragment(page, read.quotations, quotation) : null;
    return [{ id, found, fragment: taken }];
  });
  if (visit.length > 0) await corrections.record(visit);
}
