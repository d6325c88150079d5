import { browser } from 'wxt/browser';
import { type CheckAddress, checkUrl } from '../utils/messaging/check-address.ts';

// Chromium has a side panel, Firefox a sidebar; each lacks the other.
type Sidebars = {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

/** Opens the panel of a window. To be called in the click itself: after an `await` browsers refuse it. */
export function openPanel(windowId: number): void {
  const { sidePanel, sidebarAction } = browser as Sidebars; // see above; typed for one browser only
  const opened = sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open();
  void opened?.then(closePopup);
}

/** Opens the library in a tab, at an address of its own (`#view?…`). */
export function openLibrary(hash = ''): void {
  void browser.tabs.create({ url: `/library.html${hash}` }).then(closePopup);
}

/** Opens the comparison with a source in a tab. */
export function openCheckPage(address: CheckAddress): void {
  void browser.tabs.create({ url: checkUrl(address) }).then(closePopup);
}

function closePopup(): void {
  if (document.body.classList.contains('popup') && !location.search.includes('tab=')) window.close();
}
