import { browser } from 'wxt/browser';
import type { InTop } from '../../utils/messaging/serve.ts';

/** Asked in our own world of the frame, where a page cannot lay hands on `parent`. False for a frame that went away. */
export const isInTop: InTop = async ({ tabId, frameId }) => {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting.executeScript({ target, func: () => window.parent === window.top });
    return answer?.result === true;
  } catch {
    return false; // gone, or a host that was withheld meanwhile
  }
};
