import { lazy, Suspense, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { KeptReason } from '../utils/domain/annotation.ts';
import type { Reason } from '../utils/domain/quotation.ts';
import type { CorrectionDraft, ShownQuotation } from '../utils/messaging/protocol.ts';
import { CheckLink } from './check/CheckLink.tsx';
import type { CorrectionChange } from './correction-store.ts';
import { attributionText, correctedText } from './correction-text.ts';
import { type PageActions, placeOf } from './page-actions.ts';
import { t } from './t.ts';
import { offerUndo } from './undo.ts';
import { type Told, WhyDetails } from './WhyDetails.tsx';

// The popup opens without the editor's code.
const CorrectionEditor = lazy(() => import('./CorrectionEditor.tsx').then((module) => ({ default: module.CorrectionEditor })));

/** Below a quotation of a page: why it is told as it is, and its correction. */
export function QuotationWhy({ shown, actions }: { shown: ShownQuotation; actions: PageActions }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<CorrectionDraft | null>(null);
  const { quotation, frameId } = shown;
  const done = (change: CorrectionChange): void => {
    setDraft(null);
    offerUndo(correctedText(change.now), change.undo);
  };
  if (draft !== null) {
    return (
      <Suspense fallback={<p className="soft small">{t('common_loading')}</p>}>
        <CorrectionEditor draft={draft} onDone={done} onCancel={() => setDraft(null)} />
      </Suspense>
    );
  }
  return (
    <>
      {quotation.corrected ? (
        <p className="small soft">
          {t('correct_by_you')}. {t('correct_found', attributionText(quotation.corrected.detected))}.
        </p>
      ) : null}
      <div className="row entry-links">
        <AriaButton className="text-button" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t('page_why')}
        </AriaButton>
        <AriaButton className="text-button" onPress={() => void actions.draft(shown).then(setDraft)}>
          {t('page_correct')}
        </AriaButton>
        <CheckLink
          address={
            shown.keptAs === null
              ? { kind: 'quotation', tabId: actions.tabId, frameId, place: placeOf(quotation) }
              : { kind: 'annotation', id: shown.keptAs }
          }
        />
      </div>
      {open ? (
        <WhyDetails
          why={{
            speaker: withoutPlace(quotation.why.speaker, quotation.speaker),
            source: withoutPlace(quotation.why.source, quotation.source?.name ?? null),
          }}
          now={{ speaker: quotation.speaker, source: quotation.source?.name ?? null }}
          canShow={(of) => quotation.why[of]?.evidence != null}
          onShow={(of: Told) => actions.jump(frameId, { ...placeOf(quotation), evidence: of })}
          onTake={(of, name) => void actions.take(shown, of, name)}
        />
      ) : null}
    </>
  );
}

/** The words themselves stand in the page; a press leads there. */
const withoutPlace = (reason: Reason | null, told: string | null): KeptReason | null =>
  reason && { told, rule: reason.rule, confidence: reason.confidence, words: null, alternatives: reason.alternatives };
