import { type Annotation, type QuotationBody, quotationOf } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import { toRow } from './annotation-row.ts';
import { correctionOf, correctionRow, withCorrection } from './correction-row.ts';
import { database } from './database.ts';
import { later } from './later.ts';

// A passage has one attribution by the reader: the correction's. Whoever edits it in an annotation edits the correction.

/**
 * Within the transaction that changes `before` to `after`: makes, changes or takes back the correction of the passage, when whose words they
 * are was changed. Gives the annotation as it is to be stored.
 */
export async function syncCorrection(before: Annotation, after: Annotation): Promise<Annotation> {
  const was = quotationOf(before);
  const is = quotationOf(after);
  if (was === null || is === null || told(was) === told(is)) return after;
  const id = is.correction ?? was.correction;
  const row = id === undefined ? undefined : await database.corrections.get(id);
  if (is.rule !== 'reader') {
    // Taken back: the annotation tells what was detected again.
    if (id !== undefined) await database.corrections.delete(id);
    return after;
  }
  const { speaker, source } = is;
  if (row !== undefined) {
    const changed: Correction = { ...correctionOf(row), attribution: { speaker, source }, modified: later(row, after.modified) };
    await database.corrections.put(correctionRow(changed, row.found));
    await rewriteOthers(changed, after);
    return withCorrection(after, changed);
  }
  const made = correctionFor(after, was, is);
  if (made === null) return after;
  await database.corrections.add(correctionRow(made, null));
  return withCorrection(after, made);
}

/** An annotation that comes out of the bin tells what its correction says by now, or what was detected when that is gone. */
export async function withStoredCorrection(annotation: Annotation): Promise<Annotation> {
  const id = quotationOf(annotation)?.correction;
  const row = id === undefined ? undefined : await database.corrections.get(id);
  return row === undefined ? annotation : withCorrection(annotation, correctionOf(row));
}

const told = ({ speaker, source, rule }: QuotationBody): string => JSON.stringify([speaker, source, rule]);

/** Null where nothing was detected, or the annotation stands on a part of it only. */
function correctionFor(annotation: Annotation, was: QuotationBody, is: QuotationBody): Correction | null {
  const { kind, region, speaker, mention, cue, source, rule, confidence } = was;
  if (kind === null || region === null || rule === 'reader' || was.part) return null;
  const { source: url, canonical, title, site, selector } = annotation.target;
  return {
    id: crypto.randomUUID(),
    target: { source: url, ...(canonical === undefined ? {} : { canonical }), title, site, selector },
    attribution: { speaker: is.speaker, source: is.source },
    detected: { kind, region, speaker, mention, cue, source, rule, confidence },
    fragment: null,
    created: annotation.modified,
    modified: annotation.modified,
  };
}

async function rewriteOthers(correction: Correction, except: Annotation): Promise<void> {
  const rows = await database.annotations.where('correction').equals(correction.id).toArray();
  for (const row of rows) {
    const changed = row.id === except.id ? row : withCorrection(row, correction);
    if (changed !== row) await database.annotations.put(toRow({ ...changed, modified: later(row, correction.modified) }));
  }
}
