import type { Annotation } from '../utils/domain/annotation.ts';
import { ask } from '../utils/messaging/ask.ts';
import type { Request, ShownQuotation } from '../utils/messaging/protocol.ts';
import { removeQuietly, removeWithUndo } from './store.ts';
import { plural, t } from './t.ts';
import { reportFailure, showToast } from './toasts.ts';
import { allowUndo, offerUndo } from './undo.ts';

export type PageActions = {
  keep: (shown: ShownQuotation) => void;
  /** Keeps many, one after the other; one undo takes all of them back. Resolves when it is done or one has failed. */
  keepAll: (shown: ShownQuotation[]) => Promise<void>;
  letGo: (annotation: Pick<Annotation, 'id'>) => void;
  jump: (frameId: number, target: Request<'tab.jump'>['target']) => void;
};

/** What can be done with the rows of a page. `onShown` is called when the page scrolled to one. */
export function pageActions(tabId: number, onShown: () => void = () => undefined): PageActions {
  return {
    keep: async ({ frameId, index }) => {
      const result = await ask('quotation.keep', { tabId, frameId, index });
      // The button itself now says "kept" and takes it back, so no toast; Ctrl+Z does too.
      if (result.ok) allowUndo(() => removeQuietly([result.value.id]));
      else reportFailure(result);
    },
    keepAll: async (all) => {
      const kept: string[] = [];
      for (const { frameId, index } of all) {
        const result = await ask('quotation.keep', { tabId, frameId, index });
        reportFailure(result);
        if (!result.ok) break;
        kept.push(result.value.id);
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
