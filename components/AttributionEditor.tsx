import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import { DraftField } from './DraftField.tsx';
import { t } from './t.ts';

/** Whose words and where from, to be corrected by hand; says how the present answer was found. */
export function AttributionEditor({ annotation, speakers }: { annotation: Annotation; speakers: string[] }) {
  return (
    <div className="stack">
      <DraftField annotation={annotation} field="speaker" label={t('editor_speaker')} suggestions={speakers} />
      <div className="pair">
        <DraftField annotation={annotation} field="source" label={t('editor_source')} />
        <DraftField annotation={annotation} field="sourceUrl" label={t('editor_source_url')} inputMode="url" />
      </div>
      <p className="small soft">{reasonFor(annotation)}</p>
    </div>
  );
}

function reasonFor(annotation: Annotation): string {
  const quotation = quotationOf(annotation);
  if (quotation === null || (quotation.rule !== 'reader' && quotation.speaker === null && quotation.source === null))
    return t('editor_reason_none');
  if (quotation.rule === 'reader') return t('editor_reason_reader');
  const sure = Math.round(quotation.confidence * 100);
  return quotation.cue === null ? t('editor_reason_rule', sure) : t('editor_reason_cue', quotation.cue.slice(0, 80), sure);
}
