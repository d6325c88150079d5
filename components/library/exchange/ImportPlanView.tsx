import { useEffect, useRef } from 'react';
import { Button } from '../../Button.tsx';
import { Foreign } from '../../Foreign.tsx';
import { formatNumber, plural, t } from '../../t.ts';
import { faultText } from './fault-text.ts';
import { changesAnything, type ImportPreview } from './preview-import.ts';

type ImportPlanViewProps = { name: string; plan: ImportPreview; onApply: () => void; onCancel: () => void };

/** More faults than this say nothing new. */
const SHOWN_FAULTS = 100;

/** What an import will do, before it does it. */
export function ImportPlanView({ name, plan, onApply, onCancel }: ImportPlanViewProps) {
  const container = useRef<HTMLDivElement>(null);
  // It may appear out of view, above the backup it comes from.
  useEffect(() => container.current?.focus(), []);
  const total = plan.add.length + plan.update.length + plan.back.length;
  return (
    <div ref={container} tabIndex={-1} className="stack plan">
      <p>
        <strong>
          <Foreign max={120}>{name}</Foreign>
        </strong>
      </p>
      <dl className="facts" aria-label={t('library_plan')}>
        <dt>{t('library_plan_add')}</dt>
        <dd>{formatNumber(plan.add.length)}</dd>
        <dt>{t('library_plan_update')}</dt>
        <dd>{formatNumber(plan.update.length)}</dd>
        {plan.back.length > 0 ? (
          <>
            <dt>{t('library_plan_back')}</dt>
            <dd>{formatNumber(plan.back.length)}</dd>
          </>
        ) : null}
        {plan.corrections.length > 0 ? (
          <>
            <dt>{t('library_plan_corrections')}</dt>
            <dd>{formatNumber(plan.corrections.length)}</dd>
          </>
        ) : null}
        {plan.documents.length > 0 ? (
          <>
            <dt>{t('library_plan_documents')}</dt>
            <dd>{formatNumber(plan.documents.length)}</dd>
          </>
        ) : null}
        <dt>{t('library_plan_skip')}</dt>
        <dd>{formatNumber(plan.skip.length)}</dd>
        <dt>{t('library_plan_invalid')}</dt>
        <dd>{formatNumber(plan.invalid.length)}</dd>
      </dl>
      {plan.invalid.length > 0 ? (
        <details>
          <summary>{plural('library_plan_faults', plan.invalid.length)}</summary>
          <ul className="invalid-rows small">
            {plan.invalid.slice(0, SHOWN_FAULTS).map(({ row, faults }) => (
              <li key={row}>
                {t('library_plan_row', formatNumber(row + 1))} <Foreign max={300}>{faultText(faults)}</Foreign>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="small soft">{changesAnything(plan) ? t('library_plan_note') : t('library_plan_nothing')}</p>
      <div className="row">
        {changesAnything(plan) ? (
          <Button look="primary" onPress={onApply}>
            {total > 0
              ? plural('library_plan_apply', total)
              : plan.corrections.length > 0
                ? plural('library_plan_apply_corrections', plan.corrections.length)
                : plural('library_plan_apply_documents', plan.documents.length)}
          </Button>
        ) : null}
        <Button onPress={onCancel}>{t('common_cancel')}</Button>
      </div>
    </div>
  );
}
