import { browser } from 'wxt/browser';
import { nearbyLinks } from '../../utils/check/nearby-links.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import { checkUrl } from '../../utils/messaging/check-address.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { frameRegistry } from './frame-registry.ts';
import { heldQuotation, keptAs } from './keep.ts';

/** A quotation that a tab shows, for the page that checks it. */
export async function checkSubject(place: Request<'check.subject'>): Promise<Result<Response<'check.subject'>>> {
  const record = await frameRegistry.frame(place.tabId, place.frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const held = await heldQuotation(place, record);
  if (held === null) return fail('page-changed');
  const { read, quotation } = held;
  return ok({ quotation, links: nearbyLinks(read.page, quotation), page: { url: record.url, title: read.page.title } });
}

/** The check of a quotation of the asker's own page, in a tab next to it; a kept one keeps what comes out. */
export async function checkOpen(
  { quotation: index, place }: Request<'check.open'>,
  { tabId, frameId }: AskingFrame,
): Promise<Result<Response<'check.open'>>> {
  const record = await frameRegistry.frame(tabId, frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const held = await heldQuotation({ tabId, frameId, ...place }, record);
  if (held === null || held.read.quotations[index] !== held.quotation) return fail('page-changed');
  const ready = await openDatabase();
  const id = ready.ok ? await keptAs({ read: held.read, span: held.quotation }, record.keys) : null;
  const url = checkUrl(id === null ? { kind: 'quotation', tabId, frameId, place } : { kind: 'annotation', id });
  const { index: at, windowId, incognito } = await browser.tabs.get(tabId);
  // Pages of ours open in no private window.
  await browser.tabs.create(incognito ? { url } : { url, windowId, index: at + 1, openerTabId: tabId });
  return ok({});
}

/** The text of the page that a tab shows: of a source that the reader opened to check against. */
export async function tabText({ tabId }: Request<'tab.text'>): Promise<Result<Response<'tab.text'>>> {
  const answer = await askFrame(tabId, 0, 'frame.text', {});
  return answer.ok ? ok({ page: answer.value.page }) : answer;
}
