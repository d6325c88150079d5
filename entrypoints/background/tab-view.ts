import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { TextSpan } from '../../utils/domain/page-text.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { FrameResponse, QuotationPlace, Request, Response, ShownQuotation, TabView } from '../../utils/messaging/protocol.ts';
import { hasAllHostAccess, hasHostAccess } from '../../utils/net/host-access.ts';
import { isPausedOn, readSettings } from '../../utils/settings.ts';
import { hostOf } from '../../utils/text/page-key.ts';
import { frameRegistry } from './frame-registry.ts';
import { askFrames } from './frames.ts';
import { quotationAt } from './keep.ts';
import { pageCache } from './page-cache.ts';
import { byPlace } from './page-view.ts';
import { wake } from './wake.ts';

/** Where browsers let no extension in, whatever it was granted: their shops, and Mozilla's own services. */
const SHOPS = new Set([
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
  'accounts.firefox.com',
]);

export async function tabView({ tabId }: Request<'tab.view'>): Promise<Result<TabView>> {
  const tab = await browser.tabs.get(tabId).catch(() => null); // rejects for a tab that was closed
  if (tab === null) return fail('no-page');
  const url = tab.url ?? '';
  const view = (state: TabView['state']): TabView => ({
    url,
    title: tab.title ?? '',
    host: hostOf(url),
    state,
    quotations: [],
    highlights: [],
    corrections: [],
    truncated: false,
  });
  const barred = await barrier(url);
  if (barred !== null) return ok(view(barred));
  if (isPausedOn(await readSettings(), hostOf(url))) return ok(view('paused'));
  const shown = await shownFrames(tabId);
  const top = shown.find(({ frameId }) => frameId === 0);
  if (top === undefined) return tab.status !== 'complete' || (await wake(tabId)) ? ok(view('loading')) : fail('no-page');
  if (top.answer.view === null) return ok(view('loading'));
  return ok(merge(view('ready'), shown));
}

/** Why a tab cannot be read at all. A URL that we are not told is a withheld host or a page of the browser. */
async function barrier(url: string): Promise<'off-limits' | 'no-access' | null> {
  if (url === '') return (await hasAllHostAccess()) ? 'off-limits' : 'no-access';
  if (!url.startsWith('http:') && !url.startsWith('https:')) return 'off-limits';
  if (SHOPS.has(new URL(url).hostname) || url.startsWith('https://chrome.google.com/webstore')) return 'off-limits';
  return (await hasHostAccess(url)) ? null : 'no-access';
}

interface Shown {
  frameId: number;
  answer: FrameResponse<'frame.view'>;
}

/** What each frame of a tab shows. The top one is asked also when the registry does not know it. */
async function shownFrames(tabId: number): Promise<Shown[]> {
  const known = (await frameRegistry.all()).filter((frame) => frame.tabId === tabId).sort((a, b) => a.frameId - b.frameId);
  const shown = await askFrames(tabId, known, 'frame.view', {});
  if (known.some(({ frameId }) => frameId === 0)) return shown;
  const top = await askFrame(tabId, 0, 'frame.view', {});
  return top.ok ? [{ frameId: 0, answer: top.value }, ...shown] : shown;
}

/** The frames' views as one: quotations frame by frame, each highlight once, where it has a place. */
function merge(view: TabView, shown: Shown[]): TabView {
  const quotations: ShownQuotation[] = [];
  const highlights = new Map<string, TabView['highlights'][number]>();
  const corrections = new Map<string, TabView['corrections'][number]>();
  let truncated = false;
  for (const { frameId, answer } of shown) {
    if (answer.view === null) continue;
    const kept = new Map(answer.view.highlights.map(({ id, span }) => [`${span?.start}-${span?.end}`, id]));
    for (const [index, quotation] of answer.view.quotations.entries()) {
      quotations.push({ frameId, index, quotation, keptAs: kept.get(`${quotation.start}-${quotation.end}`) ?? null });
    }
    for (const highlight of answer.view.highlights) {
      const other = highlights.get(highlight.id);
      if (other === undefined || (other.span === null && highlight.span !== null)) highlights.set(highlight.id, { ...highlight, frameId });
    }
    for (const correction of answer.view.corrections ?? []) {
      const other = corrections.get(correction.id);
      if (other === undefined || (other.span === null && correction.span !== null))
        corrections.set(correction.id, { ...correction, frameId });
    }
    truncated ||= answer.view.truncated;
  }
  const inOrder = [...highlights.values()].sort((a, b) => a.frameId - b.frameId || byPlace(a, b));
  return { ...view, quotations, highlights: inOrder, corrections: [...corrections.values()], truncated };
}

/** Scrolls to a place in a tab, and brings the tab to the front if it is behind another. */
export async function tabJump({ tabId, frameId, target }: Request<'tab.jump'>): Promise<Result<Response<'tab.jump'>>> {
  const found = 'id' in target ? ok(target) : await spanOf(tabId, frameId, target);
  if (!found.ok) return found;
  if (found.value === null) return ok({ shown: false });
  const jumped = await askFrame(tabId, frameId, 'frame.jump', { target: found.value });
  if (jumped.ok) await browser.tabs.update(tabId, { active: true });
  return jumped;
}

/** Where that stands now in the frame: the quotation, or the words that decided on its speaker or source. */
async function spanOf(
  tabId: number,
  frameId: number,
  { evidence, ...place }: QuotationPlace & { evidence?: 'speaker' | 'source' | undefined },
): Promise<Result<{ span: TextSpan } | null>> {
  const shown = await askFrame(tabId, frameId, 'frame.view', {});
  if (!shown.ok) return shown;
  const quotation = quotationAt(shown.value.view?.quotations ?? [], place);
  const span =
    evidence === undefined ? (quotation ?? (await wordsAt(tabId, frameId, place))) : (quotation?.why[evidence]?.evidence ?? null);
  return ok(span === null ? null : { span: { start: span.start, end: span.end } });
}

/** The place itself if those words stand there: one where a passage could be. */
async function wordsAt(tabId: number, frameId: number, { start, end, exact }: QuotationPlace): Promise<TextSpan | null> {
  const cached = pageCache.get(tabId, frameId)?.page;
  const answer = cached ? null : await askFrame(tabId, frameId, 'frame.text', {});
  const page = cached ?? (answer?.ok ? answer.value.page : null);
  return page?.text.slice(start, end) === exact ? { start, end } : null;
}
