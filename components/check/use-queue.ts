import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { checkJobs } from '../../utils/db/check-jobs.ts';
import type { CheckRecord } from '../../utils/domain/check.ts';
import type { CheckJob } from '../../utils/domain/check-job.ts';
import { change } from '../store.ts';
import { reportFailure } from '../toasts.ts';
import type { Checker } from './checker.ts';
import { withEvidence } from './evidence-edits.ts';
import { runJobs } from './run-jobs.ts';

const keep = (annotationId: string, record: CheckRecord) => {
  const id = crypto.randomUUID();
  return change(annotationId, (now) => withEvidence(now, record, id));
};

/**
 * The quotes that wait and those that are done, followed; and their running, which one page does at a time (a lock of the browser's).
 * `elsewhere`: another page runs them. Nothing runs before `resume`.
 */
export function useQueue(checker: Checker): {
  jobs: CheckJob[] | undefined;
  state: 'paused' | 'running' | 'elsewhere';
  resume: () => void;
  pause: () => void;
} {
  const jobs = useLiveQuery(() => checkJobs.all(), []);
  const [state, setState] = useState<'paused' | 'running' | 'elsewhere'>('paused');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (): Promise<void> => {
    const life = new AbortController();
    running.current?.abort();
    running.current = life;
    await navigator.locks.request('saidso-check-queue', { ifAvailable: true }, async (lock) => {
      if (lock === null) return setState('elsewhere');
      setState('running');
      // What was running when its page was closed.
      reportFailure(await checkJobs.requeue(['running']));
      reportFailure(await runJobs({ store: checkJobs, checker, keep, signal: life.signal }));
      // What was broken off by a pause waits again.
      if (life.signal.aborted) reportFailure(await checkJobs.requeue(['running']));
      setState('paused');
    });
  };
  return { jobs, state, resume: () => void run(), pause: () => running.current?.abort() };
}
