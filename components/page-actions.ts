import type { Annotation } from '../utils/domain/annotation.ts';
import type { Quotation } from '../utils/domain/quotation.ts';
import { ask } from '../utils/messaging/ask.ts';
import type { CorrectionDraft, QuotationPlace, Request, ShownQuotation } from '../utils/messaging/protocol.ts';
import { saveCorrection, withAlternative } from './correction-store.ts';
import { correctedText } from './correction-text.ts';
import { removeQuietly, removeWithUndo } from './store.ts';
import { plural, t } from './t.ts';
import { reportFailure, showToast } from './toasts.ts';
import { allowUndo, offerUndo } from './undo.ts';

export type PageActions = {
  tabId: number;
  keep: (shown: ShownQuotation) => void;
  /** Keeps many, one after the other; one undo takes all of them back. Resolves when it is done or one has failed. */
  keepAll: (shown: ShownQuotation[]) => Promise<void>;
  letGo: (annotation: Pick<Annotation, 'id'>) => void;
  jump: (frameId: number, target: Request<'tab.jump'>['target']) => void;
  /** What a correction of the quotation starts from; null, and said why, when the page shows it no more. */
  draft: (shown: ShownQuotation) => Promise<CorrectionDraft | null>;
  /** Corrects its speaker or source to one of the alternatives, and offers to take that back. */
  take: (shown: ShownQuotation, of: 'speaker' | 'source', name: string) => Promise<void>;
};

/** How the background is told which quotation is meant. */
export const placeOf = ({ start, end, text }: Quotation): QuotationPlace => ({ start, end, exact: text });

/** What can be done with the rows of a page. `onShown` is called when the page scrolled to one. */
export function pageActions(tabId: number, onShown: () => void = () => undefined): PageActions {
  const draft = async ({ frameId, quotation }: ShownQuotation): Promise<CorrectionDraft | null> => {
    const result = await ask('correction.draft', { tabId, frameId, ...placeOf(quotation) });
    reportFailure(result);
    return result.ok ? result.value : null;
  };
  return {
    tabId,
    draft,
    take: async (shown, of, name) => {
      const start = await draft(shown);
      if (start === null) return;
      const { correction, annotationIds } = start;
      const saved = await saveCorrection(correction, withAlternative(correction, of, name), annotationIds);
      if (saved.ok) offerUndo(correctedText(saved.value.now), saved.value.undo);
      else reportFailure(saved);
    },
    keep: async ({ frameId, quotation }) => {
      const result = await ask('quotation.keep', { tabId, frameId, ...placeOf(quotation) });
      reportFailure(result);
      // The button itself now says "kept" and takes it back, so no toast; Ctrl+Z does too. Never what was kept before.
      if (result.ok && result.value.created) allowUndo(() => removeQuietly([result.value.id]));
    },
    keepAll: async (all) => {
      const kept: string[] = [];
      for (const { frameId, quotation } of all) {
        const result = await ask('quotation.keep', { tabId, frameId, ...placeOf(quotation) });
        reportFailure(result);
        if (!result.ok) break;
        if (result.value.created) kept.push(result.value.id);
      }
      if (kept.length > 0) offerUndo(plural('tab_kept_all', kept.length), () => removeQuietly(kept));
    },
    letGo: ({ id }) => void removeWithUndo([id]),
    jump: async (frameId, target) => {
      const result = await ask('tab.jump', { tabId, frameId, target });
      if (!result.ok) reportFailure(result);
      else if (result.value.shown) onShown();
      else showToast(t('tab_not_shown'));
    },
  };
}
