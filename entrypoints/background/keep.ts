import { describe } from '../../utils/anchor/describe.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { paragraphOf } from '../../utils/anchor/paragraph.ts';
import { resolveAll } from '../../utils/anchor/resolve.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { type Annotation, exactOf, motivationOf, type QuotationBody } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { TextSpan } from '../../utils/domain/page-text.ts';
import type { Quotation } from '../../utils/domain/quotation.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { QuotationPlace, Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { readSettings } from '../../utils/settings.ts';
import { hostOf, pageKey } from '../../utils/text/page-key.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';
import { oneByOne } from './one-by-one.ts';
import { pageCache, type ReadPage } from './page-cache.ts';
import { identifyNow, type PageIdentity } from './page-identity.ts';
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
  const record = await frameRegistry.frame(tabId, frameId);
  const holds = async ({ page }: ReadPage): Promise<boolean> =>
    page.text.slice(span.start, span.end) === exact && (await identifyNow(page, frame, record)) !== null;
  const read = await currentPage(tabId, frameId, holds);
  const identity = read === null ? null : await identifyNow(read.page, frame, record);
  if (read === null || identity === null) return fail('page-changed');
  const quotation = index === null ? quotationAround(read, span) : (read.quotations[index] ?? null);
  if (index !== null && (quotation?.start !== span.start || quotation.end !== span.end)) return fail('page-changed');
  const created = await keep({ read, span, quotation, colour }, identity, index !== null);
  // The asker paints its own; other frames and tabs with this document look again.
  if (created.ok)
    void refreshFrames((other) => sharesKey(other.frame, identity.keys) && !(other.tabId === tabId && other.frameId === frameId));
  return created.ok ? ok({ id: created.value.id }) : created;
}

/** A detected quotation, kept from the popup or the side panel. */
export async function quotationKeep({ tabId, frameId, ...place }: Request<'quotation.keep'>): Promise<Result<Response<'quotation.keep'>>> {
  const record = await frameRegistry.frame(tabId, frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const holds = async ({ page, quotations }: ReadPage): Promise<boolean> =>
    (!page.url.startsWith('http') || record.keys.includes(pageKey(page.url))) && quotationAt(quotations, place) !== null;
  const read = await currentPage(tabId, frameId, holds);
  const quotation = read === null ? null : quotationAt(read.quotations, place);
  if (read === null || quotation === null) return fail('page-changed');
  const span = { start: quotation.start, end: quotation.end };
  const created = await keep({ read, span, quotation, colour: null }, { ...record, trusted: trustedOf(record) }, true);
  if (created.ok) void refreshFrames((other) => sharesKey(other.frame, record.keys));
  return created;
}

/** The quotation at that very place with those very words. */
export const quotationAt = (quotations: Quotation[], { start, end, exact }: QuotationPlace): Quotation | null =>
  quotations.find((quotation) => quotation.start === start && quotation.end === end && quotation.text === exact) ?? null;

/** The page last read in a frame if it fits, else the one that the frame has now if that fits; a restarted worker has only the latter. */
async function currentPage(tabId: number, frameId: number, fits: (read: ReadPage) => Promise<boolean>): Promise<ReadPage | null> {
  const cached = pageCache.get(tabId, frameId);
  if (cached !== null && (await fits(cached))) return cached;
  const answer = await askFrame(tabId, frameId, 'frame.text', {});
  if (!answer.ok || answer.value.page === null) return null;
  const read = pageCache.read(tabId, frameId, answer.value.page);
  return (await fits(read)) ? read : null;
}

const sharesKey = (frame: FrameRecord, keys: string[]): boolean => frame.keys.some((key) => keys.includes(key));
const trustedOf = ({ url, canonical, keys }: FrameRecord): string | null =>
  canonical !== null && keys.includes(pageKey(canonical)) && pageKey(canonical) !== pageKey(url) ? canonical : null;

const queue = oneByOne();

/** Stores the passage. A quotation that is kept already is not kept twice, also by a double click: its annotation is the answer. */
const keep = (passage: Passage, identity: PageIdentity, once: boolean): Promise<Result<Response<'quotation.keep'>>> =>
  queue(async () => {
    const ready = await openDatabase();
    if (!ready.ok) return ready;
    const kept = once ? await keptAs(passage, identity.keys) : null;
    if (kept !== null) return ok({ id: kept, created: false });
    const colour = passage.colour ?? (await readSettings()).defaultColour;
    const created = await annotations.create(annotationOf(passage, identity, colour));
    if (!created.ok) return created;
    void runUpkeep();
    return ok({ id: created.value.id, created: true });
  });

async function keptAs({ read: { page }, span }: Passage, keys: string[]): Promise<string | null> {
  const words = page.text.slice(span.start, span.end);
  const same = (await annotations.forPage(keys)).filter((annotation) => exactOf(annotation) === words);
  if (same.length === 0) return null;
  const places = resolveAll(
    createPageIndex(page),
    same.map(({ target }) => target.selector),
  );
  const here = places.findIndex((place) => place.span?.start === span.start && place.span.end === span.end);
  return same[here]?.id ?? null;
}

function annotationOf(
  { read: { page }, span, quotation }: Passage,
  identity: PageIdentity,
  colour: Annotation['target']['styleClass'],
): Annotation {
  const now = new Date().toISOString();
  const paragraph = paragraphOf(page, span);
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
      ...(paragraph === null ? {} : { paragraph }),
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
