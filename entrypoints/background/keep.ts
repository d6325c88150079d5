import { describe } from '../../utils/anchor/describe.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { type Annotation, exactOf, motivationOf, type QuotationBody } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { PageText, TextSpan } from '../../utils/domain/page-text.ts';
import type { Quotation } from '../../utils/domain/quotation.ts';
import { tell } from '../../utils/messaging/ask.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { readSettings } from '../../utils/settings.ts';
import { hostOf, pageKey } from '../../utils/text/page-key.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';
import { pageCache, type ReadPage } from './page-cache.ts';
import { identify, type PageIdentity } from './page-identity.ts';
import { refreshFrames } from './refresh.ts';
import { runUpkeep } from './upkeep.ts';

interface Passage {
  read: ReadPage;
  span: TextSpan;
  quotation: Quotation | null;
  colour: Annotation['target']['styleClass'] | null;
}

/** A reader's selection, or a quotation clicked in the page. */
export async function annotationCreate(
  { span, exact, colour, quotation: index }: Request<'annotation.create'>,
  frame: AskingFrame,
): Promise<Result<Response<'annotation.create'>>> {
  if (span.start >= span.end || exact.trim() === '') return fail('bad-request');
  const { tabId, frameId } = frame;
  const holds = ({ page }: ReadPage): boolean => page.text.slice(span.start, span.end) === exact && isShown(page, frame);
  const read = await currentPage(tabId, frameId, holds);
  const record = await frameRegistry.frame(tabId, frameId);
  const identity = read === null ? null : identify(read.page, frame, record);
  if (read === null || identity === null) return fail('page-changed');
  const quotation = index === null ? quotationAround(read, span) : (read.quotations[index] ?? null);
  if (index !== null && quotation === null) return fail('page-changed');
  const created = await keep({ read, span, quotation, colour }, identity, index !== null);
  // The asker paints its own; other frames and tabs with this document look again.
  if (created.ok)
    void refreshFrames((other) => sharesKey(other.frame, identity.keys) && !(other.tabId === tabId && other.frameId === frameId));
  return created;
}

/** A detected quotation, kept from the popup or the side panel. */
export async function quotationKeep({ tabId, frameId, index }: Request<'quotation.keep'>): Promise<Result<Response<'quotation.keep'>>> {
  const record = await frameRegistry.frame(tabId, frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const isRead = ({ page }: ReadPage): boolean => !page.url.startsWith('http') || record.keys.includes(pageKey(page.url));
  const read = await currentPage(tabId, frameId, isRead);
  const quotation = read?.quotations[index];
  if (read === null || quotation === undefined) return fail('page-changed');
  const span = { start: quotation.start, end: quotation.end };
  const created = await keep({ read, span, quotation, colour: null }, { ...record, trusted: trustedOf(record) }, true);
  if (created.ok) void refreshFrames((other) => sharesKey(other.frame, record.keys));
  return created;
}

/** The page last read in a frame if it fits, else the one that the frame has now if that fits; a restarted worker has only the latter. */
async function currentPage(tabId: number, frameId: number, fits: (read: ReadPage) => boolean): Promise<ReadPage | null> {
  const cached = pageCache.get(tabId, frameId);
  if (cached !== null && fits(cached)) return cached;
  const answer = await tell(tabId, frameId, 'frame.text', {});
  if (!answer.ok || answer.value.page === null) return null;
  const read = pageCache.read(tabId, frameId, answer.value.page);
  return fits(read) ? read : null;
}

const isShown = (page: PageText, frame: AskingFrame): boolean => identify(page, frame, null) !== null;
const sharesKey = (frame: FrameRecord, keys: string[]): boolean => frame.keys.some((key) => keys.includes(key));
const trustedOf = ({ url, canonical, keys }: FrameRecord): string | null =>
  canonical !== null && keys.includes(pageKey(canonical)) && pageKey(canonical) !== pageKey(url) ? canonical : null;

/** Stores the passage. A quotation that is kept already is not kept twice: its annotation is the answer. */
async function keep(passage: Passage, identity: PageIdentity, once: boolean): Promise<Result<{ id: string }>> {
  const annotation = annotationOf(passage, identity, passage.colour ?? (await readSettings()).defaultColour);
  if (once) {
    const kept = await alreadyKept(annotation, identity.keys);
    if (kept !== null) return ok({ id: kept.id });
  }
  const created = await annotations.create(annotation);
  if (!created.ok) return created;
  void runUpkeep();
  return ok({ id: annotation.id });
}

async function alreadyKept(annotation: Annotation, keys: string[]): Promise<Annotation | null> {
  const place = JSON.stringify(annotation.target.selector);
  const same = (await annotations.forPage(keys)).filter((other) => exactOf(other) === exactOf(annotation));
  return same.find((other) => JSON.stringify(other.target.selector) === place) ?? null;
}

function annotationOf(
  { read: { page }, span, quotation }: Passage,
  identity: PageIdentity,
  colour: Annotation['target']['styleClass'],
): Annotation {
  const now = new Date().toISOString();
  const body = quotation === null ? [] : [quotationBody(quotation)];
  return {
    id: crypto.randomUUID(),
    motivation: motivationOf(body),
    target: {
      source: identity.url,
      ...(identity.trusted === null ? {} : { canonical: identity.trusted }),
      title: page.title,
      site: page.metadata.siteName ?? hostOf(identity.url),
      selector: describe(page, span),
      styleClass: colour,
    },
    body,
    created: now,
    modified: now,
    deleted: null,
  };
}

function quotationBody({ kind, region, speaker, mention, cue, source, rule, confidence }: Quotation): QuotationBody {
  return { type: 'Quotation', purpose: 'identifying', kind, region, speaker, mention, cue, source, rule, confidence };
}

/** Marks that a selection may take along and a quotation's span leaves out. */
const OUTER = ' \n\u00a0"\'“”„‟«»‹›‘’‚‛「」『』';

/** The innermost quotation that holds the span, marks at its ends aside; null when it stands in none. */
export function quotationAround({ page, quotations }: ReadPage, span: TextSpan): Quotation | null {
  let { start, end } = span;
  while (start < end && OUTER.includes(page.text.charAt(start))) start++;
  while (end > start && OUTER.includes(page.text.charAt(end - 1))) end--;
  if (start === end) return null;
  const around = quotations.filter((quotation) => quotation.start <= start && end <= quotation.end);
  return around.reduce<Quotation | null>((best, q) => (best === null || q.end - q.start < best.end - best.start ? q : best), null);
}
