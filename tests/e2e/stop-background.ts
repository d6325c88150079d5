import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Ends the extension's service worker as the browser does when it has been idle; the next message starts it anew. */
export async function stopBackground(context: BrowserContext, anyPage: Page, extensionId: string): Promise<void> {
  const session = await context.newCDPSession(anyPage);
  const workers = async () =>
    (await session.send('Target.getTargets')).targetInfos.filter((t) => t.type === 'service_worker' && t.url.includes(extensionId));
  const [worker] = await workers();
  if (!worker) throw new Error('the background is not running');
  await session.send('Target.closeTarget', { targetId: worker.targetId });
  await expect.poll(async () => (await workers()).length).toBe(0);
  await session.detach();
}
