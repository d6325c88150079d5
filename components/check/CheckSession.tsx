import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { evidenceOf } from '../../utils/domain/annotation.ts';
import type { CheckRecord } from '../../utils/domain/check.ts';
import { Button } from '../Button.tsx';
import { change } from '../store.ts';
import { t } from '../t.ts';
import { reportFailure } from '../toasts.ts';
import { offerUndo } from '../undo.ts';
import { useAllAnnotations, useAnnotation } from '../use-annotations.ts';
import { CheckHistory } from './CheckHistory.tsx';
import { CheckProgress } from './CheckProgress.tsx';
import { CheckResult } from './CheckResult.tsx';
import type { CheckSubject } from './check-subject.ts';
import type { Checker } from './checker.ts';
import { checkBefore, withEvidence, withoutEvidence } from './evidence-edits.ts';
import { keepSubject } from './keep-subject.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { sourceCandidates } from './source-candidates.ts';
import { useCheck } from './use-check.ts';
import { useSourceTab } from './use-source-tab.ts';

type CheckSessionProps = {
  subject: CheckSubject;
  checker: Checker;
  /** A tab that shows the source: compared with at once. */
  sourceTab: number | null;
};

/** Choosing the source, the comparison, its result; kept with the annotation at once where there is one. */
export function CheckSession({ subject, checker, sourceTab }: CheckSessionProps) {
  const kept = useAllAnnotations() ?? [];
  const [keptAs, setKeptAs] = useState<string | null>(subject.annotation?.id ?? null);
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const annotation = useAnnotation(keptAs ?? '') ?? subject.annotation;

  const store = async (id: string, record: CheckRecord): Promise<void> => {
    const evidence = crypto.randomUUID();
    const result = await change(id, (now) => withEvidence(now, record, evidence));
    if (!result.ok) return reportFailure(result);
    setEvidenceId(evidence);
    offerUndo(t('check_kept'), () => change(id, (now) => withoutEvidence(now, evidence)));
  };
  const { state, run, cancel } = useCheck(checker, subject, (record) => {
    setEvidenceId(null);
    if (keptAs !== null) void store(keptAs, record);
  });
  const source = useSourceTab(sourceTab, (page) => void run({ kind: 'tab', page }, page.title || page.url));
  const keep = async (record: CheckRecord): Promise<void> => {
    const id = await keepSubject(subject);
    if (id === null) return;
    setKeptAs(id);
    await store(id, record);
  };

  const picker = (
    <SourcePicker
      candidates={sourceCandidates(subject, kept)}
      onRead={(input, what) => {
        source.close();
        void run(input, what);
      }}
      onOpenTab={(url) => {
        cancel();
        void source.open(url);
      }}
    />
  );
  const done = state.step === 'done' ? state : null;
  return (
    <>
      {done === null ? picker : null}
      <CheckProgress
        state={state}
        tab={source.tab}
        onCancel={cancel}
        onAgain={source.again}
        onOpenTab={(url) => void source.open(url)}
        onRun={run}
      />
      {done === null ? null : (
        <>
          <CheckResult
            record={done.record}
            before={annotation === null ? null : checkBefore(evidenceOf(annotation), done.record)}
            takesFocus
          >
            {evidenceId === null && keptAs === null && subject.place !== null ? (
              <div>
                <Button onPress={() => void keep(done.record)}>{t('check_keep')}</Button>
              </div>
            ) : null}
          </CheckResult>
          <Disclosure className="disclosure">
            <AriaButton slot="trigger" className="text-button">
              {t('check_another_source')}
            </AriaButton>
            <DisclosurePanel>{picker}</DisclosurePanel>
          </Disclosure>
        </>
      )}
      {annotation === null ? null : <CheckHistory annotation={annotation} except={evidenceId} />}
    </>
  );
}
