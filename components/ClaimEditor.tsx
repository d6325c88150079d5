import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { type Annotation, Authenticity, type Claim, Veracity } from '../utils/domain/annotation.ts';
import { authenticityText, type Judgement, veracityText } from './assessment-text.ts';
import { IconButton } from './Button.tsx';
import { DraftField } from './DraftField.tsx';
import { t } from './t.ts';

type ClaimEditorProps = {
  annotation: Annotation;
  claim: Claim;
  /** From 1, in the order of the annotation. */
  number: number;
  speakers: string[];
  autoFocus?: boolean;
  /** The answer to one of the two questions. */
  onJudge: (judgement: Partial<Claim['assessment']>) => void;
  onRemove: () => void;
};

/** One checkable statement: its words, whose, when, and the reader's judgement on two axes. */
export function ClaimEditor({ annotation, claim, number, speakers, autoFocus = false, onJudge, onRemove }: ClaimEditorProps) {
  const { authenticity, veracity } = claim.assessment;
  return (
    <fieldset className="claim stack">
      <legend className="visually-hidden">{t('editor_claim_number', number)}</legend>
      <div className="row claim-head">
        <span className="grow small soft" aria-hidden>
          {t('editor_claim_number', number)}
        </span>
        <IconButton icon={Trash2} label={t('editor_claim_remove')} onPress={onRemove} />
      </div>
      <DraftField annotation={annotation} field={`claim/${claim.id}/text`} label={t('editor_claim_text')} multiline autoFocus={autoFocus} />
      <div className="pair">
        <DraftField annotation={annotation} field={`claim/${claim.id}/author`} label={t('editor_claim_author')} suggestions={speakers} />
        <DraftField
          annotation={annotation}
          field={`claim/${claim.id}/date`}
          label={t('editor_claim_date')}
          placeholder={t('editor_claim_date_form')}
        />
      </div>
      <div className="pair">
        <Axis
          label={t('editor_authenticity')}
          value={authenticity}
          values={Authenticity.options}
          text={authenticityText}
          onChange={(chosen) => onJudge({ authenticity: chosen })}
        />
        <Axis
          label={t('editor_veracity')}
          value={veracity}
          values={Veracity.options}
          text={veracityText}
          onChange={(chosen) => onJudge({ veracity: chosen })}
        />
      </div>
    </fieldset>
  );
}

type AxisProps<Value extends string> = {
  label: string;
  value: Value | null;
  values: readonly Value[];
  text: (value: Value) => Judgement;
  onChange: (value: Value | null) => void;
};

/** One axis of the judgement, with what the chosen word means below it. */
function Axis<Value extends string>({ label, value, values, text, onChange }: AxisProps<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        aria-describedby={`${id}-meaning`}
        onChange={(event) => onChange(values.find((candidate) => candidate === event.target.value) ?? null)}
      >
        <option value="">{t('editor_not_judged')}</option>
        {values.map((candidate) => (
          <option key={candidate} value={candidate}>
            {text(candidate).name}
          </option>
        ))}
      </select>
      <span id={`${id}-meaning`} className="small soft">
        {value === null ? '' : text(value).means}
      </span>
    </div>
  );
}
