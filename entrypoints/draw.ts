import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDrawing } from '../utils/dom/open-drawing.ts';
import css from '../utils/dom/stage.css?inline';

/** Loaded by the background into a frame where there is something to draw; the page script of that frame calls what it leaves. */
export default defineUnlistedScript(() => {
  globalThis.openDrawing = (hands) => openDrawing(hands, css);
});
