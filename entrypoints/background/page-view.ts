import { browser } from 'wxt/browser';
import { foundPlaces } from '../../utils/anchor/found-places.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { resolveAll } from '../../utils/anchor/resolve.ts';
import { anchors, type Found } from '../../utils/db/anchors.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import type { AnchoredHighlight, PageView } from '../../utils/domain/anchor.ts';
import { keptSince } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { wordsDiffering } from '../../utils/domain/wording.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { isPausedOn, readSettings } from '../../utils/settings.ts';
import { hostOf } from '../../utils/text/page-key.ts';
import { showBadge } from './badge.ts';
import { recordCorrections, withCorrections } from './corrected-page.ts';
import { frameRegistry, isLeft } from './frame-registry.ts';
import { askFrames } from './frames.ts';
import { pageCache } from './page-cache.ts';
import { identifyNow } from './page-identity.ts';

/** A site is paused with all that is embedded in it, and wherever it is embedded. */
const pausedFor = (settings: Settings, frame: Pick<AskingFrame, 'url' | 'topUrl'>): boolean =>
  isPausedOn(settings, hostOf(frame.topUrl)) || isPausedOn(settings, hostOf(frame.url));

export async function pageOpen(_: Request<'page.open'>, frame: AskingFrame): Promise<Result<Response<'page.open'>>> {
  const settings = await readSettings();
  const paused = pausedFor(settings, frame);
  const { record, isNew } = await frameRegistry.opened(frame, paused);
  if (isNew) pageCache.forget(frame.tabId, frame.frameId);
  await showBadge(frame.tabId, record);
  // Not awaited: the page waits for the answer, and nothing in it depends on the frames of the page before.
  if (isNew && frame.frameId === 0) void forgetDeadFrames(frame.tabId);
  const { showQuotations, colours, theme } = settings;
  return ok({ paused, showQuotations, colours, theme });
}

/** After a new top document: frames of the old one no longer answer. Those of the new one may have spoken before it. */
async function forgetDeadFrames(tabId: number): Promise<void> {
  const subframes = (await frameRegistry.all()).filter((frame) => frame.tabId === tabId && frame.frameId !== 0);
  await askFrames(tabId, subframes, 'frame.view', {});
}

export async function pageView({ page }: Request<'page.view'>, frame: AskingFrame): Promise<Result<PageView>> {
  if (pausedFor(await readSettings(), frame)) return fail('paused');
  const { tabId, frameId, documentId } = frame;
  const last = await frameRegistry.frame(tabId, frameId);
  const identity = isLeft(documentId, last) ? null : await identifyNow(page, frame, last);
  if (identity === null) return fail('page-changed');
  const read = await withCorrections(pageCache.read(tabId, frameId, page), identity.keys);
  const { quotations, applied } = read;
  const found = await anchorsOf(page, identity.keys);
  const { url, canonical, before, keys } = identity;
  const anchored = found.flatMap(({ annotation, anchor }) => (anchor.span === null ? [] : [annotation.id]));
  const record = await frameRegistry.viewed(tabId, frameId, {
    url,
    documentId,
    canonical,
    before,
    keys,
    quotations: quotations.length,
    anchored,
  });
  if (record === null) return fail('page-changed');
  if (!frame.incognito) {
    await recordAnchors(found, frame, url);
    await recordCorrections(read, frame);
  }
  await showBadge(tabId, record);
  const highlights = found.map(highlightOf).sort(byPlace);
  return ok({ quotations, highlights, ...(applied.length > 0 ? { corrections: applied } : {}), truncated: page.truncated });
}

/** The places of the page's annotations. Without a database there are none: quotations are shown all the same, and extension pages say why. */
async function anchorsOf(page: PageText, keys: string[]): Promise<Found[]> {
  if (!(await openDatabase()).ok) return [];
  const list = await annotations.forPage(keys);
  if (list.length === 0) return [];
  const index = createPageIndex(page);
  const resolved = resolveAll(
    index,
    list.map(({ target }) => target.selector),
  );
  return list.flatMap((annotation, i) => {
    const anchor = resolved[i];
    return anchor === undefined ? [] : [{ annotation, anchor, places: foundPlaces(index, annotation.target.selector, anchor) }];
  });
}

/** A page and a frame without a URL of its own share their annotations: what one of them shows is not an orphan for missing in the other. */
async function recordAnchors(found: Found[], { tabId, frameId }: AskingFrame, url: string): Promise<void> {
  const others = Object.entries((await frameRegistry.tab(tabId))?.frames ?? {}).filter(([id]) => Number(id) !== frameId);
  const elsewhere = new Set(others.flatMap(([, other]) => other.anchored));
  const news = found.filter(({ annotation, anchor }) => anchor.status !== 'orphaned' || !elsewhere.has(annotation.id));
  await anchors.record(news, url, new Date().toISOString());
}

const highlightOf = ({ annotation, anchor: { status, span }, places: [place] }: Found): AnchoredHighlight => ({
  id: annotation.id,
  colour: annotation.target.styleClass,
  status,
  span,
  ...(status === 'changed' && place ? { differs: { words: wordsDiffering(place.diff), kept: keptSince(annotation) } } : {}),
});

/** Page order; those without a place last. */
export const byPlace = (a: AnchoredHighlight, b: AnchoredHighlight): number =>
  (a.span?.start ?? Number.POSITIVE_INFINITY) - (b.span?.start ?? Number.POSITIVE_INFINITY) || (a.span?.end ?? 0) - (b.span?.end ?? 0) || 0;

/** Loads the drawing script into the asking frame, in our isolated world. */
export async function pageDraw(_: Request<'page.draw'>, { tabId, frameId }: AskingFrame): Promise<Result<Response<'page.draw'>>> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/draw.js'] });
    return ok({});
  } catch {
    return fail('no-page'); // the frame went away, or the host was withheld meanwhile
  }
}
