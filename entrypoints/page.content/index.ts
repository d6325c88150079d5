import '../../utils/dom/marks.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openPage } from './open-page.ts';

/** In every frame of every page: reads, asks, paints, listens. Everything else is loaded when it is needed. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: openPage,
});
