import { type ReactNode, useEffect, useRef } from 'react';
import type { Evidence } from '../../utils/domain/annotation.ts';
import type { CheckRecord } from '../../utils/domain/check.ts';
import { Notice } from '../Notice.tsx';
import { formatTime, t } from '../t.ts';
import { ChangeList } from './ChangeList.tsx';
import { CheckVerdict } from './CheckVerdict.tsx';
import { ComparedTexts } from './ComparedTexts.tsx';
import { ReadingFacts } from './ReadingFacts.tsx';

type CheckResultProps = {
  record: CheckRecord;
  /** The check before this one against the same source. */
  before: Evidence | null;
  /** Takes the focus when it appears: it is the answer to what the reader just asked. */
  takesFocus?: boolean;
  /** What can be done with it. */
  children?: ReactNode;
};

/** One check: the verdict, both texts, each change, and what was read. */
export function CheckResult({ record, before, takesFocus = false, children }: CheckResultProps) {
  const result = useRef<HTMLElement>(null);
  // Each check is a record of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new record is a new answer
  useEffect(() => {
    if (takesFocus) result.current?.focus();
  }, [takesFocus, record]);
  return (
    <article ref={result} tabIndex={-1} className="stack check-result" aria-label={t('check_result')}>
      <CheckVerdict check={record.check} />
      {before !== null && before.reading.sha256 !== record.reading.sha256 ? (
        <Notice title={t('check_source_changed', formatTime(before.reading.accessed))}>
          {before.check.passage?.text === record.check.passage?.text ? <p>{t('check_source_changed_elsewhere')}</p> : null}
        </Notice>
      ) : null}
      {children}
      <ComparedTexts record={record} />
      <ChangeList check={record.check} />
      {record.check.copies > 1 ? <p className="small soft">{t('check_copies', record.check.copies)}</p> : null}
      <ReadingFacts record={record} />
    </article>
  );
}
