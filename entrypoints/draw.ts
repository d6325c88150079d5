import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { DrawingHands } from '../utils/dom/drawing.ts';
import { openDrawing } from '../utils/dom/open-drawing.ts';
import css from '../utils/dom/stage.css?inline';
import type { Result } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';

/** Loaded by the background into a frame where there is something to draw; the page script of that frame calls what it leaves. */
export default defineUnlistedScript(() => {
  globalThis.openDrawing = (hands) => openDrawing({ ...hands, openCard, openCorrection, openCheck }, css);
});

const openCard: DrawingHands['openCard'] = async (id, focus) => addressOf(await ask('card.open', { id, focus }));

const openCorrection: DrawingHands['openCorrection'] = async ({ index, quotation: { start, end, text } }, take) =>
  addressOf(await ask('correction.open', { quotation: index, place: { start, end, exact: text }, take }));

const openCheck: DrawingHands['openCheck'] = ({ index, quotation: { start, end, text } }) =>
  ask('check.open', { quotation: index, place: { start, end, exact: text } });

/** Where a card with this token stands. */
function addressOf(opened: Result<{ token: string }>): Result<string> {
  return opened.ok ? { ok: true, value: `${browser.runtime.getURL('/card.html')}#${opened.value.token}` } : opened;
}
