import { browser } from 'wxt/browser';
import type { AnchoredHighlight, PageView } from '../../utils/domain/anchor.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { isPausedOn, readSettings } from '../../utils/settings.ts';
import { hostOf } from '../../utils/text/page-key.ts';
import { showBadge } from './badge.ts';
import { recordCorrections, withCorrections } from './corrected-page.ts';
import { anchorsOf, foundSoFar, highlightOf, recordAnchors } from './found-anchors.ts';
import { frameRegistry, isLeft } from './frame-registry.ts';
import { askFrames } from './frames.ts';
import { pageCache } from './page-cache.ts';
import { identifyNow } from './page-identity.ts';
import { warmUp } from './warm-up.ts';

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
  if (!paused) warmUp();
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
  const { index, found } = await anchorsOf(page, identity.keys);
  const { url, canonical, before, keys } = identity;
  const placed = found.filter(({ anchor }) => anchor.span !== null).map(({ annotation }) => annotation);
  const record = await frameRegistry.viewed(tabId, frameId, {
    url,
    documentId,
    canonical,
    before,
    keys,
    quotations: quotations.length,
    anchored: placed.map(({ id }) => id),
    found: foundSoFar(placed, frame, last, keys),
  });
  if (record === null) return fail('page-changed');
  if (!frame.incognito) {
    await recordAnchors(index, found, frame, url);
    await recordCorrections(read, frame);
  }
  await showBadge(tabId, record);
  const highlights = found.map(highlightOf).sort(byPlace);
  return ok({ quotations, highlights, ...(applied.length > 0 ? { corrections: applied } : {}), truncated: page.truncated });
}

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
