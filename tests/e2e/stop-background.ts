import { expect, type Page } from '@playwright/test';

/**
 * Ends the extension's service worker as the browser does when it has been idle; the next message starts it anew, which may be
 * at once. Asked for from a page of the extension.
 */
export async function stopBackground(extensionPage: Page): Promise<void> {
  const session = await extensionPage.context().newCDPSession(extensionPage);
  const states: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => states.push(...versions.map((version) => version.runningStatus)));
  await session.send('ServiceWorker.enable');
  await expect.poll(() => states.at(-1)).toBe('running');
  await session.send('ServiceWorker.stopAllWorkers');
  await expect.poll(() => states).toContain('stopped');
  await session.detach();
}
