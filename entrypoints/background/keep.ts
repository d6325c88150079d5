import { describePassage } from '../../utils/anchor/describe-passage.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { paragraphOf } from '../../utils/anchor/paragraph.ts';
import { resolveAll } from '../../utils/anchor/resolve.ts';
import { nearbyLinks } from '../../utils/check/nearby-links.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { documents } from '../../utils/db/documents.ts';
import { type Annotation, exactOf, type KeptReason, motivationOf, type QuotationBody } from '../../utils/domain/annotation.ts';
import type { Correction } from '../../utils/domain/correction.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { PageText, TextSpan } from '../../utils/domain/page-text.ts';
import type { Quotation, Reason } from '../../utils/domain/quotation.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { QuotationPlace, Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { readSettings } from '../../utils/settings.ts';
import { hostOf, pageKey } from '../../utils/text/page-key.ts';
import { attachHere } from './attach.ts';
import { type CorrectedPage, withCorrections } from './corrected-page.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';
import type { RegisteredFrame } from './frames.ts';
import { oneByOne } from './one-by-one.ts';
import { pageCache } from './page-cache.ts';
import { identifyNow, identifyWords, type PageIdentity } from './page-identity.ts';
import { refreshFrames } from './refresh.ts';
import { runUpkeep } from './upkeep.ts';

interface Passage {
  read: CorrectedPage;
  span: TextSpan;
  quotation: Quotation | null;
  colour: Annotation['target']['styleClass'] | null;
}

/** A reader's selection, or a quotation clicked in the page. */
export async function annotationCreate(
  { span, exact, colour, quotation: index, attach }: Request<'annotation.create'>,
  frame: AskingFrame,
): Promise<Result<Response<'annotation.create'>>> {
  if (span.start >= span.end || exact.trim() === '') return fail('bad-request');
  const { tabId, frameId } = frame;
  const record = await frameRegistry.frame(tabId, frameId);
  const holds = async ({ page }: CorrectedPage): Promise<boolean> =>
    page.text.slice(span.start, span.end) === exact && (await identifyNow(page, frame, record)) !== null;
  const read = await currentPage(tabId, frameId, record?.keys ?? [], holds);
  const shown = read === null ? null : await identifyNow(read.page, frame, record);
  const identity = shown && (await identifyWords(shown, frame, { span, exact }));
  if (read === null || identity === null) return fail('page-changed');
  // The asker paints its own; other frames and tabs with this document look again.
  const isHere = (other: RegisteredFrame): boolean => other.tabId === tabId && other.frameId === frameId;
  if (attach !== undefined) {
    const attached = await attachHere(attach, tabId, { page: read.page, span }, identity.keys, passageTarget(read.page, span, identity));
    if (attached.ok) void refreshDocument(identity.keys, isHere);
    return attached;
  }
  const quotation = index === null ? quotationAround(read, span) : (read.quotations[index] ?? null);
  if (index !== null && (quotation?.start !== span.start || quotation.end !== span.end)) return fail('page-changed');
  const created = await keep({ read, span, quotation, colour }, identity, index !== null);
  if (created.ok) void refreshDocument(identity.keys, isHere);
  return created.ok ? ok({ id: created.value.id }) : created;
}

/** A detected quotation, kept from the popup or the side panel. */
export async function quotationKeep({ tabId, frameId, ...place }: Request<'quotation.keep'>): Promise<Result<Response<'quotation.keep'>>> {
  const record = await frameRegistry.frame(tabId, frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const held = await heldQuotation({ tabId, frameId, ...place }, record);
  if (held === null) return fail('page-changed');
  const { read, quotation } = held;
  const span = { start: quotation.start, end: quotation.end };
  const shown = { ...record, trusted: trustedOf(record) };
  // A quotation's text is one line; in the page it may be several.
  const exact = read.page.text.slice(span.start, span.end);
  const identity = await identifyWords(shown, { tabId, frameId }, { span, exact });
  if (identity === null) return fail('page-changed');
  const created = await keep({ read, span, quotation, colour: null }, identity, true);
  if (created.ok) void refreshDocument(record.keys);
  return created;
}

/** The quotation that a frame shows at a place, with the page it stands in; null when it shows it no more. */
export async function heldQuotation(
  { tabId, frameId, ...place }: Request<'quotation.keep'>,
  record: FrameRecord,
): Promise<{ read: CorrectedPage; quotation: Quotation } | null> {
  const holds = async ({ page, quotations }: CorrectedPage): Promise<boolean> =>
    (!page.url.startsWith('http') || record.keys.includes(pageKey(page.url))) && quotationAt(quotations, place) !== null;
  const read = await currentPage(tabId, frameId, record.keys, holds);
  const quotation = read === null ? null : quotationAt(read.quotations, place);
  return read === null || quotation === null ? null : { read, quotation };
}

/** The quotation at that very place with those very words. */
export const quotationAt = (quotations: Quotation[], { start, end, exact }: QuotationPlace): Quotation | null =>
  quotations.find((quotation) => quotation.start === start && quotation.end === end && quotation.text === exact) ?? null;

/** The page last read in a frame if it fits, else the one that the frame has now if that fits; a restarted worker has only the latter. */
async function currentPage(
  tabId: number,
  frameId: number,
  keys: string[],
  fits: (read: CorrectedPage) => Promise<boolean>,
): Promise<CorrectedPage | null> {
  const inCache = pageCache.get(tabId, frameId);
  const cached = inCache && (await withCorrections(inCache, keys));
  if (cached !== null && (await fits(cached))) return cached;
  const answer = await askFrame(tabId, frameId, 'frame.text', {});
  if (!answer.ok || answer.value.page === null) return null;
  const read = await withCorrections(pageCache.read(tabId, frameId, answer.value.page), keys);
  return (await fits(read)) ? read : null;
}

/** Has the frames look again that show a document, or one that the reader joined with it. */
export async function refreshDocument(keys: string[], except: (frame: RegisteredFrame) => boolean = () => false): Promise<void> {
  const joined = await documents.keysOf(keys);
  await refreshFrames((other) => other.frame.keys.some((key) => joined.includes(key)) && !except(other));
}

export const trustedOf = ({ url, canonical, keys }: FrameRecord): string | null =>
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

/** The annotation of these keys that keeps exactly this passage; null when none does. */
export async function keptAs({ read: { page }, span }: Pick<Passage, 'read' | 'span'>, keys: string[]): Promise<string | null> {
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
  const body = quotation === null ? [] : [quotationBody(quotation, page, span)];
  return {
    id: crypto.randomUUID(),
    motivation: motivationOf(body),
    target: {
      ...passageTarget(page, span, identity),
      ...(paragraph === null ? {} : { paragraph }),
      styleClass: colour,
    },
    body,
    created: now,
    modified: now,
    deleted: null,
  };
}

/** How a record names a passage of a page. */
export function passageTarget(page: PageText, span: TextSpan, identity: Pick<PageIdentity, 'url' | 'trusted'>): Correction['target'] {
  return {
    source: identity.url,
    ...(identity.trusted === null ? {} : { canonical: identity.trusted }),
    title: page.title,
    site: page.metadata.siteName ?? hostOf(identity.url),
    selector: describePassage(createPageIndex(page), span),
  };
}

function quotationBody(quotation: Quotation, page: PageText, span: TextSpan): QuotationBody {
  const { text } = page;
  const { start, end } = withoutMarks(text, span);
  const isPart = start > quotation.start || end < quotation.end;
  const { kind, region, speaker, mention, cue, source, rule, confidence, corrected } = quotation;
  const found = corrected?.detected ?? quotation;
  const why = {
    speaker: keptReason(quotation.why.speaker, found.speaker, text),
    source: keptReason(quotation.why.source, found.source?.name ?? null, text),
  };
  const told = { kind, region, speaker, mention, cue, source, rule, confidence };
  const links = nearbyLinks(page, quotation);
  const body: QuotationBody = { type: 'Quotation', purpose: 'identifying', ...told, ...(links.length > 0 ? { links } : {}), why };
  if (isPart) return { ...body, part: true };
  return corrected === undefined ? body : { ...body, correction: corrected.correction };
}

/** Words that decided, kept at most (UTF-16). */
const EVIDENCE = 300;

const keptReason = (reason: Reason | null, told: string | null, text: string): KeptReason | null =>
  reason && {
    told,
    rule: reason.rule,
    confidence: reason.confidence,
    words: reason.evidence && text.slice(reason.evidence.start, Math.min(reason.evidence.end, reason.evidence.start + EVIDENCE)),
    alternatives: reason.alternatives,
  };

/** Marks that a selection may take along and a quotation's span leaves out. */
const OUTER = ' \n\u00a0"\'“”„‟«»‹›‘’‚‛「」『』';

function withoutMarks(text: string, span: TextSpan): TextSpan {
  let { start, end } = span;
  while (start < end && OUTER.includes(text.charAt(start))) start++;
  while (end > start && OUTER.includes(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The innermost quotation that holds the span, marks at its ends aside; null when it stands in none. */
export function quotationAround({ page, quotations }: Pick<CorrectedPage, 'page' | 'quotations'>, span: TextSpan): Quotation | null {
  const { start, end } = withoutMarks(page.text, span);
  if (start === end) return null;
  const around = quotations.filter((quotation) => quotation.start <= start && end <= quotation.end);
  return around.reduce<Quotation | null>((best, q) => (best === null || q.end - q.start < best.end - best.start ? q : best), null);
}
