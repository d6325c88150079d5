import type { CorrectedAttribution, Correction } from '../utils/domain/correction.ts';
import { ok, type Result } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';

/** What was done to a correction, and how to take it back. */
export interface CorrectionChange {
  /** The correction as it is now; null when it is no more. */
  now: Correction | null;
  undo: () => Promise<Result<unknown>>;
}

/** Stores what the reader says of the passage; null: it is no quotation. Open pages show it at once. */
export async function saveCorrection(
  correction: Correction,
  attribution: CorrectedAttribution | null,
  annotationIds: string[],
): Promise<Result<CorrectionChange>> {
  const now = { ...correction, attribution };
  const put = await ask('correction.put', { correction: now, annotationIds });
  if (!put.ok) return put;
  const { before } = put.value;
  const undo = (): Promise<Result<unknown>> =>
    before === null ? ask('correction.remove', { ids: [now.id] }) : ask('correction.put', { correction: before, annotationIds });
  return ok({ now, undo });
}

/** Takes corrections back: what was detected is told again. */
export async function removeCorrections(ids: string[]): Promise<Result<CorrectionChange>> {
  const done = await ask('correction.remove', { ids });
  if (!done.ok) return done;
  const { removed } = done.value;
  const undo = async (): Promise<Result<unknown>> => {
    let last: Result<unknown> = ok(undefined);
    for (const one of removed) {
      last = await ask('correction.put', one);
      if (!last.ok) break;
    }
    return last;
  };
  return ok({ now: null, undo });
}

/** What a correction says now, with another name in the place of the speaker or the source. */
export function withAlternative({ attribution, detected }: Correction, of: 'speaker' | 'source', name: string): CorrectedAttribution {
  const { speaker, source } = attribution ?? detected;
  if (of === 'speaker') return { speaker: name, source };
  // Of the source that was detected its address is known too.
  return { speaker, source: detected.source?.name === name ? detected.source : { name, url: null, title: null } };
}
