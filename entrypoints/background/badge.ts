import { browser } from 'wxt/browser';
import type { TabRecord } from './frame-registry.ts';

const QUOTES_COLOUR = '#3b5b7a';
const PAUSED_COLOUR = '#6b6b6b';

/** The number of quotations of a tab on the toolbar button. Browsers take a tab's badge away when it goes to another page. */
export async function showBadge(tabId: number, record: TabRecord | null): Promise<void> {
  const count = Object.values(record?.frames ?? {}).reduce((sum, frame) => sum + frame.quotations, 0);
  const paused = record?.paused ?? false;
  const text = paused ? 'II' : count === 0 ? '' : count > 999 ? '999+' : String(count);
  const title = paused
    ? browser.i18n.getMessage('toolbar_paused')
    : count === 0
      ? browser.i18n.getMessage('toolbar_quotes_none')
      : browser.i18n.getMessage('toolbar_quotes', [String(count)]);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: paused ? PAUSED_COLOUR : QUOTES_COLOUR }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed meanwhile: there is nothing to show it on.
  }
}
