import { nearbyLinks } from '../../utils/check/nearby-links.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import { frameRegistry } from './frame-registry.ts';
import { heldQuotation } from './keep.ts';

/** A quotation that a tab shows, for the page that checks it. */
export async function checkSubject(place: Request<'check.subject'>): Promise<Result<Response<'check.subject'>>> {
  const record = await frameRegistry.frame(place.tabId, place.frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const held = await heldQuotation(place, record);
  if (held === null) return fail('page-changed');
  const { read, quotation } = held;
  return ok({ quotation, links: nearbyLinks(read.page, quotation), page: { url: record.url, title: read.page.title } });
}

/** The text of the page that a tab shows: of a source that the reader opened to check against. */
export async function tabText({ tabId }: Request<'tab.text'>): Promise<Result<Response<'tab.text'>>> {
  const answer = await askFrame(tabId, 0, 'frame.text', {});
  return answer.ok ? ok({ page: answer.value.page }) : answer;
}
