import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckRecord } from '../../utils/domain/check.ts';
import type { SourceProblem } from '../../utils/domain/source-problem.ts';
import type { CheckSubject } from './check-subject.ts';
import type { Checker, ReadSource, SourceInput } from './checker.ts';
import { recordOf } from './record-of.ts';

/** How far a check is. `what`: the source, in the reader's words (an address, a file's name). */
export type CheckState =
  | { step: 'idle' }
  | { step: 'reading'; what: string; progress: { read: number; all: number } | null }
  | { step: 'comparing'; what: string }
  | { step: 'failed'; what: string; problem: SourceProblem; status: number | null; input: SourceInput }
  | { step: 'done'; source: ReadSource; record: CheckRecord };

/** Runs one check at a time. A new one, or `cancel`, ends the one before; so does leaving the page. */
export function useCheck(checker: Checker, subject: CheckSubject | null, onDone: (record: CheckRecord, source: ReadSource) => void) {
  const [state, setState] = useState<CheckState>({ step: 'idle' });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ step: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (input: SourceInput, what: string): Promise<void> => {
    if (subject === null) return;
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    const show = (next: CheckState): void => {
      if (!life.signal.aborted) setState(next);
    };
    show({ step: 'reading', what, progress: null });
    const read = await checker.read(input, life.signal, (done, all) => show({ step: 'reading', what, progress: { read: done, all } }));
    if (!read.ok) return show({ step: 'failed', what, problem: read.problem, status: read.status ?? null, input });
    show({ step: 'comparing', what });
    const compared = await checker.compare(subject.quote, subject.speaker, read.value.page, life.signal);
    if (compared === null || life.signal.aborted) return;
    const record = recordOf(subject.quote, read.value, compared);
    show({ step: 'done', source: read.value, record });
    onDone(record, read.value);
  };
  return { state, run, cancel };
}
