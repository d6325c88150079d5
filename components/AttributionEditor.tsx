import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import { withBody, withField } from './annotation-fields.ts';
import { Button } from './Button.tsx';
import { removeCorrections } from './correction-store.ts';
import { correctedText } from './correction-text.ts';
import { DraftField } from './DraftField.tsx';
import { clip } from './Foreign.tsx';
import { changeWithUndo } from './store.ts';
import { t } from './t.ts';
import { reportFailure } from './toasts.ts';
import { offerUndo } from './undo.ts';
import { type Told, WhyDetails } from './WhyDetails.tsx';

/**
 * Whose words and where from, to be corrected by hand; says how what was found was found, and what else it could be. Of a quotation of the
 * page this is the page's correction too: it shows there from now on.
 */
export function AttributionEditor({ annotation, speakers }: { annotation: Annotation; speakers: string[] }) {
  const quotation = quotationOf(annotation);
  const correction = quotation?.correction;
  return (
    <div className="stack">
      <DraftField annotation={annotation} field="speaker" label={t('editor_speaker')} suggestions={speakers} />
      <div className="pair">
        <DraftField annotation={annotation} field="source" label={t('editor_source')} />
        <DraftField annotation={annotation} field="sourceUrl" label={t('editor_source_url')} inputMode="url" />
      </div>
      <p className="small soft">{reasonFor(annotation)}</p>
      {quotation?.why ? (
        <WhyDetails
          why={quotation.why}
          now={{ speaker: quotation.speaker, source: quotation.source?.name ?? null }}
          onTake={(of, name) => void take(annotation, of, name)}
        />
      ) : null}
      {correction === undefined ? null : (
        <div>
          <Button look="quiet" onPress={() => void takeBack(correction)}>
            {t('correct_reset')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Enters an alternative. Taken back, the attribution is to the letter what it was. */
function take(annotation: Annotation, of: Told, name: string): Promise<void> {
  const before = annotation.body.find((body) => body.type === 'Quotation');
  return changeWithUndo(
    annotation.id,
    (now) => withField(now, of, name),
    (now) => (before === undefined ? now : withBody(now, now.body.map((body) => (body.type === 'Quotation' ? before : body)))), // biome-ignore format: one function
    t('editor_take', clip(name, 60)),
  );
}

async function takeBack(id: string): Promise<void> {
  const result = await removeCorrections([id]);
  if (result.ok) offerUndo(correctedText(null), result.value.undo);
  else reportFailure(result);
}

function reasonFor(annotation: Annotation): string {
  const quotation = quotationOf(annotation);
  if (quotation === null || (quotation.rule !== 'reader' && quotation.speaker === null && quotation.source === null))
    return t('editor_reason_none');
  if (quotation.rule === 'reader') return quotation.correction === undefined ? t('editor_reason_reader') : `${t('correct_by_you')}.`;
  const sure = Math.round(quotation.confidence * 100);
  return quotation.cue === null ? t('editor_reason_rule', sure) : t('editor_reason_cue', quotation.cue.slice(0, 80), sure);
}
