import type { Compared } from '../../components/check/checker.ts';
import { describePassage } from '../../utils/anchor/describe-passage.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { checkQuotation } from '../../utils/check/check-quotation.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import type { CheckRecord, QuoteCheck } from '../../utils/domain/check.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import type { CompareRequest } from './compare.ts';

/** Longest passage with what stands around it that is kept (UTF-16 units): a quote of 5,000 words has some 30,000. */
const MAX_CONTEXT = 60_000;

self.onmessage = ({ data }: MessageEvent<CompareRequest>) => self.postMessage(compare(data));

function compare({ quote, speaker, page }: CompareRequest): Compared {
  const check = checkQuotation(quote, page, { speaker, sourceQuotations: detectQuotations(page) });
  return {
    check,
    selector: check.passage === null ? [] : describePassage(createPageIndex(page), check.passage),
    context: contextOf(check, page),
  };
}

function contextOf({ passage, before, after }: QuoteCheck, { text }: PageText): CheckRecord['context'] {
  if (passage === null) return null;
  const start = before?.start ?? passage.start;
  const end = after?.end ?? passage.end;
  const from = end - start > MAX_CONTEXT ? passage.start : start;
  return { text: text.slice(from, Math.min(end, from + MAX_CONTEXT)), start: from };
}
