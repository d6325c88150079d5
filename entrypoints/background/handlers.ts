import { ok } from '../../utils/domain/error-code.ts';
import type { Handlers } from '../../utils/messaging/serve.ts';
import { annotationAttach } from './attach.ts';
import { cardContext, cardOpen, cardTell } from './cards.ts';
import { checkOpen, checkSubject, tabText } from './check.ts';
import { correctionDraft, correctionOpen, correctionPut, correctionRemove } from './correct.ts';
import {
  anchorDismiss,
  anchorGet,
  annotationGet,
  annotationRemove,
  annotationReplace,
  annotationRestore,
  annotationTyped,
  vocabulary,
} from './editing.ts';
import { annotationCreate, quotationKeep } from './keep.ts';
import { pageDraw, pageOpen, pageView } from './page-view.ts';
import { refreshFrames } from './refresh.ts';
import { annotationSearch } from './search.ts';
import { tabJump, tabView } from './tab-view.ts';
import { runUpkeep } from './upkeep.ts';
import { annotationVariants } from './variants.ts';

/** One line a message; what each may be asked and by whom stands in `protocol.ts`. */
export const handlers: Handlers = {
  'page.open': pageOpen,
  'page.view': pageView,
  'page.draw': pageDraw,
  'annotation.create': annotationCreate,
  'quotation.keep': quotationKeep,
  'card.open': cardOpen,
  'card.context': cardContext,
  'card.tell': cardTell,
  'annotation.get': annotationGet,
  'annotation.replace': annotationReplace,
  'annotation.typed': annotationTyped,
  'annotation.remove': annotationRemove,
  'annotation.restore': annotationRestore,
  'annotation.attach': annotationAttach,
  'annotation.search': annotationSearch,
  'anchor.get': anchorGet,
  'anchor.dismiss': anchorDismiss,
  'annotation.variants': annotationVariants,
  vocabulary,
  'correction.open': correctionOpen,
  'correction.draft': correctionDraft,
  'correction.put': correctionPut,
  'correction.remove': correctionRemove,
  'check.open': checkOpen,
  'check.subject': checkSubject,
  'tab.text': tabText,
  'tab.view': tabView,
  'tab.jump': tabJump,
  'store.changed': () => {
    void refreshFrames();
    void runUpkeep();
    return ok({});
  },
};
