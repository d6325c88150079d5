import { detectedOf } from '../../utils/anchor/apply-corrections.ts';
import { corrections } from '../../utils/db/corrections.ts';
import { openDatabase } from '../../utils/db/database.ts';
import type { CorrectedAttribution, Correction } from '../../utils/domain/correction.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { Quotation } from '../../utils/domain/quotation.ts';
import type { CorrectionDraft, Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { issueToken } from './cards.ts';
import type { CorrectedPage } from './corrected-page.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';
import { heldQuotation, keptAs, passageTarget, refreshDocument, trustedOf } from './keep.ts';
import { runUpkeep } from './upkeep.ts';

/** The editor for a quotation of the asker's own page. */
export async function correctionOpen(
  { quotation: index, place, take }: Request<'correction.open'>,
  { tabId, frameId }: AskingFrame,
): Promise<Result<Response<'correction.open'>>> {
  const held = await heldIn({ tabId, frameId, ...place });
  if (!held.ok) return held;
  const { read, quotation } = held.value;
  if (read.quotations[index] !== quotation) return fail('page-changed');
  const draft = await draftOf(held.value);
  if (take === null) return ok({ token: await issueToken(tabId, frameId, { draft, taken: false }) });
  const attribution = taken(quotation, take);
  if (attribution === null) return fail('page-changed');
  return ok({
    token: await issueToken(tabId, frameId, { draft: { ...draft, correction: { ...draft.correction, attribution } }, taken: true }),
  });
}

export async function correctionDraft(place: Request<'correction.draft'>): Promise<Result<CorrectionDraft>> {
  const held = await heldIn(place);
  return held.ok ? ok(await draftOf(held.value)) : held;
}

interface Held {
  read: CorrectedPage;
  quotation: Quotation;
  record: FrameRecord;
}

async function heldIn(place: Request<'correction.draft'>): Promise<Result<Held>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  const record = await frameRegistry.frame(place.tabId, place.frameId);
  if (record === null || record.keys.length === 0) return fail('no-page');
  const held = await heldQuotation(place, record);
  return held === null ? fail('page-changed') : ok({ ...held, record });
}

async function draftOf({ read, quotation, record }: Held): Promise<CorrectionDraft> {
  const { speaker, source, why, corrected, start, end } = quotation;
  const kept = await keptAs({ read, span: { start, end } }, record.keys);
  const known = corrected === undefined ? null : await corrections.get(corrected.correction);
  const now = new Date().toISOString();
  const made: Correction = {
    id: crypto.randomUUID(),
    target: passageTarget(read.page, { start, end }, { url: record.url, trusted: trustedOf(record) }),
    attribution: { speaker, source },
    detected: detectedOf(quotation),
    fragment: null,
    created: now,
    modified: now,
  };
  return {
    correction: known ?? made,
    isNew: known === null,
    annotationIds: kept === null ? [] : [kept],
    alternatives: { speaker: why.speaker?.alternatives ?? [], source: why.source?.alternatives ?? [] },
  };
}

/** What is told of the quotation with an alternative in the place of its speaker or source; null when it has none such. */
function taken(
  { speaker, source, why, corrected }: Quotation,
  { of, index }: NonNullable<Request<'correction.open'>['take']>,
): CorrectedAttribution | null {
  const name = why[of]?.alternatives[index]?.name;
  if (name === undefined) return null;
  if (of === 'speaker') return { speaker: name, source };
  // Of a source that is no longer told, and so of what was detected, its address is known too.
  const before = corrected?.detected.source;
  return { speaker, source: before?.name === name ? before : { name, url: null, title: null } };
}

export async function correctionPut({ correction, annotationIds }: Request<'correction.put'>): Promise<Result<Response<'correction.put'>>> {
  const put = await corrections.put(correction, annotationIds);
  if (put.ok) changed([correction]);
  return put;
}

export async function correctionRemove({ ids }: Request<'correction.remove'>): Promise<Result<Response<'correction.remove'>>> {
  const removed = await corrections.remove(ids);
  if (!removed.ok) return removed;
  changed(removed.value.map(({ correction }) => correction));
  return ok({ removed: removed.value });
}

/** Every frame that shows one of their documents looks again. */
function changed(list: Correction[]): void {
  const keys = list.map(({ target }) => pageKey(target.canonical ?? target.source));
  void refreshDocument(keys);
  void runUpkeep();
}
