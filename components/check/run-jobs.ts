import type { JobOutcome } from '../../utils/db/check-jobs.ts';
import type { CheckRecord } from '../../utils/domain/check.ts';
import type { CheckJob } from '../../utils/domain/check-job.ts';
import type { Result } from '../../utils/domain/error-code.ts';
import { hostOf } from '../../utils/text/page-key.ts';
import type { Checker, ReadOutcome } from './checker.ts';
import { recordOf } from './record-of.ts';

/** How many at once, over all hosts and on one: what a reader with a few tabs asks of a site. */
const AT_ONCE = 4;
const AT_ONCE_ON_A_HOST = 2;
/** Sources kept for the next quote from the same one; a list of quotes is mostly by page. */
const KEPT_SOURCES = 6;

export interface JobStore {
  take(fits: (job: CheckJob) => boolean): Promise<Result<CheckJob | null>>;
  finish(id: string, outcome: JobOutcome): Promise<Result<void>>;
}

export interface RunOptions {
  store: JobStore;
  checker: Checker;
  /** Keeps the check with its annotation. */
  keep: (annotationId: string, record: CheckRecord) => Promise<Result<unknown>>;
  signal: AbortSignal;
}

/**
 * Checks what waits, a few at a time, until nothing waits or `signal` aborts; then what runs is left as it is, to be run again.
 * A failure of storage ends it and is its answer.
 */
export async function runJobs({ store, checker, keep, signal }: RunOptions): Promise<Result<void>> {
  const running = new Map<string, number>();
  const sources = new Map<string, Promise<ReadOutcome>>();
  const read = (url: string): Promise<ReadOutcome> => {
    const known = sources.get(url);
    if (known !== undefined) return known;
    const reading = checker.read({ kind: 'url', url }, signal);
    sources.set(url, reading);
    const oldest = sources.keys().next().value;
    if (sources.size > KEPT_SOURCES && oldest !== undefined) sources.delete(oldest);
    return reading;
  };
  const count = (host: string, by: 1 | -1): void => void running.set(host, (running.get(host) ?? 0) + by);

  let failure: Result<never> | null = null;
  const work = async (): Promise<void> => {
    while (!signal.aborted && failure === null) {
      // A host counts from the moment its job is chosen: two workers choose at the same time.
      let host = '';
      const taken = await store.take((job) => {
        const own = hostOf(job.url ?? '');
        if ((running.get(own) ?? 0) >= AT_ONCE_ON_A_HOST) return false;
        host = own;
        count(own, 1);
        return true;
      });
      if (!taken.ok) {
        failure = taken;
        return;
      }
      if (taken.value === null) return;
      const outcome = await runJob(taken.value, checker, read, signal);
      count(host, -1);
      if (outcome === null) return;
      const finished = await finish(taken.value, outcome, store, keep);
      if (!finished.ok) failure = finished;
    }
  };
  // A worker that finds all waiting hosts busy ends; the others go on with those when they are free.
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failure ?? { ok: true, value: undefined };
}

/** Null when it was broken off. */
async function runJob(
  job: CheckJob,
  checker: Checker,
  read: (url: string) => Promise<ReadOutcome>,
  signal: AbortSignal,
): Promise<JobOutcome | null> {
  if (job.url === null) return { state: 'no-source', problem: null, record: null };
  const source = await read(job.url);
  if (signal.aborted) return null;
  if (!source.ok) return { state: 'failed', problem: source.problem, record: null };
  const compared = await checker.compare(job.quote, job.speaker, source.value.page, signal);
  return compared === null ? null : { state: 'done', problem: null, record: recordOf(job.quote, source.value, compared) };
}

async function finish(job: CheckJob, outcome: JobOutcome, store: JobStore, keep: RunOptions['keep']): Promise<Result<unknown>> {
  if (outcome.record !== null && job.annotationId !== null) {
    const kept = await keep(job.annotationId, outcome.record);
    // An annotation that was deleted meanwhile keeps nothing; the list tells the result all the same.
    if (!kept.ok && kept.code !== 'no-such-annotation') return kept;
  }
  return store.finish(job.id, outcome);
}
