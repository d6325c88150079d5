import type { CheckJob, CheckJobState } from '../domain/check-job.ts';
import { ok, type Result } from '../domain/error-code.ts';
import { database, write } from './database.ts';

const table = database.checkJobs;

/** What of a job its running changes. */
export type JobOutcome = Pick<CheckJob, 'state' | 'problem' | 'record'>;
const UNTOUCHED: JobOutcome = { state: 'waiting', problem: null, record: null };

/** Quotes that wait to be checked, and those that were. They outlive the page that runs them; no backup holds them. */
export const checkJobs = {
  /** In the order in which they were added. */
  all: async (): Promise<CheckJob[]> => (await table.toArray()).sort((a, b) => a.order - b.order),

  /** Adds quotes at the end. An annotation that waits already is not added again. The ids of those added. */
  add: (jobs: Omit<CheckJob, 'id' | 'order' | keyof JobOutcome>[]): Promise<Result<string[]>> =>
    write(async () => {
      const there = await table.toArray();
      const waiting = new Set(there.flatMap((job) => (job.state === 'waiting' && job.annotationId !== null ? [job.annotationId] : [])));
      const last = there.reduce((most, { order }) => Math.max(most, order), 0);
      const fresh = jobs.filter(({ annotationId }) => annotationId === null || !waiting.has(annotationId));
      const rows = fresh.map((job, i): CheckJob => {
        const state: CheckJobState = job.url === null ? 'no-source' : 'waiting';
        return { ...job, ...UNTOUCHED, state, id: crypto.randomUUID(), order: last + 1 + i };
      });
      await table.bulkPut(rows);
      return ok(rows.map(({ id }) => id));
    }),

  /** Takes the first waiting job that `fits`, and marks it as running; null when there is none. */
  take: (fits: (job: CheckJob) => boolean): Promise<Result<CheckJob | null>> =>
    write(async () => {
      const job = (await table.where('state').equals('waiting').sortBy('order')).find(fits);
      if (job === undefined) return ok(null);
      await table.update(job.id, { state: 'running' });
      return ok({ ...job, state: 'running' as const });
    }),

  /** How a running job ended. One that was removed meanwhile stays so. */
  finish: (id: string, outcome: JobOutcome): Promise<Result<void>> =>
    write(async () => {
      await table.update(id, outcome);
      return ok(undefined);
    }),

  /** Lets jobs wait (again): those that failed, or that ran when their page was closed. */
  requeue: (states: CheckJobState[]): Promise<Result<void>> =>
    write(async () => {
      await table.where('state').anyOf(states).modify(UNTOUCHED);
      return ok(undefined);
    }),

  remove: (ids: string[]): Promise<Result<void>> =>
    write(async () => {
      await table.bulkDelete(ids);
      return ok(undefined);
    }),
};
