import { browser } from 'wxt/browser';
import { placeOf } from '../../utils/anchor/found-places.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { resolve } from '../../utils/anchor/resolve.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { frameRegistry } from './frame-registry.ts';
import type { RegisteredFrame } from './frames.ts';
import { passageTarget, trustedOf } from './keep.ts';
import { pageCache } from './page-cache.ts';

type SearchedPlace = Response<'annotation.search'>['places'][number];

/** More are no help to who has to choose. */
const MAX_PLACES = 8;

/** The places of an annotation's passage in the pages that are open, those of its own document first. */
export async function annotationSearch({ id }: Request<'annotation.search'>): Promise<Result<Response<'annotation.search'>>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  const annotation = await annotations.get(id);
  if (annotation === null || annotation.deleted !== null) return fail('no-such-annotation');
  const key = pageKey(annotation.target.canonical ?? annotation.target.source);
  const isOwn = ({ frame }: RegisteredFrame): boolean => frame.keys.includes(key);
  const frames = (await frameRegistry.all()).filter(({ frame }) => frame.keys.length > 0);
  const places: SearchedPlace[] = [];
  for (const one of frames.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))) {
    if (places.length >= MAX_PLACES) break;
    const page = await textOf(one);
    if (page !== null) places.push(...placesIn(page, annotation, one, isOwn(one)));
  }
  return ok({ places: places.slice(0, MAX_PLACES) });
}

/** The text that a frame shows; none of a private window, of which nothing is to be kept, and of one that is gone. */
async function textOf({ tabId, frameId }: RegisteredFrame): Promise<PageText | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null); // rejects for a tab that was closed
  if (tab === null || tab.incognito) return null;
  const cached = pageCache.get(tabId, frameId);
  if (cached !== null) return cached.page;
  const answer = await askFrame(tabId, frameId, 'frame.text', {});
  return answer.ok ? answer.value.page : null;
}

function placesIn(page: PageText, { target }: Annotation, { tabId, frameId, frame }: RegisteredFrame, isOwn: boolean): SearchedPlace[] {
  const index = createPageIndex(page);
  const { span, candidates = [] } = resolve(index, target.selector);
  return (span === null ? candidates : [span]).map((found) => {
    const { selector: _, ...document } = passageTarget(page, found, { url: frame.url, trusted: trustedOf(frame) });
    return { tabId, frameId, document, isOwn, place: placeOf(index, target.selector, found) };
  });
}
