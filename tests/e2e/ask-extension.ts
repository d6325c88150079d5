import type { Page } from 'playwright';
import type { Result } from '../../utils/domain/error-code.ts';
import type { Request, RequestName, Response } from '../../utils/messaging/protocol.ts';

/** The two calls of the browser's extension interface that are made from inside an extension page. */
interface ExtensionGlobals {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  };
}

/** Asks the background from a page of the extension, as popup and panel do. */
export function ask<N extends RequestName>(extensionPage: Page, name: N, request: Request<N>): Promise<Result<Response<N>>> {
  return extensionPage.evaluate((message) => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(message), {
    name,
    request,
  }) as Promise<Result<Response<N>>>; // the background answers each name with its own response
}

/** The id of the tab that shows `url`, asked from a page of the extension. */
export async function tabIdOf(extensionPage: Page, url: string): Promise<number> {
  const tabs = await extensionPage.evaluate(() => (globalThis as unknown as ExtensionGlobals).chrome.tabs.query({}));
  const id = tabs.find((tab) => tab.url?.split('#')[0] === url.split('#')[0])?.id;
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}
