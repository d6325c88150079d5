import { useId } from 'react';
import type { Annotation } from '../utils/domain/annotation.ts';
import type { Field } from './annotation-fields.ts';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { clip } from './Foreign.tsx';
import { t } from './t.ts';
import { type Draft, useDraft } from './use-draft.ts';

type DraftFieldProps = {
  annotation: Annotation;
  field: Field;
  label: string;
  placeholder?: string;
  multiline?: boolean;
  autoFocus?: boolean;
  suggestions?: string[];
  inputMode?: 'url';
};

const MAX_SUGGESTIONS = 200;

/** A labelled text field that saves itself (`useDraft`). */
export function DraftField({
  annotation,
  field,
  label,
  placeholder,
  multiline = false,
  autoFocus = false,
  suggestions,
  inputMode,
}: DraftFieldProps) {
  const id = useId();
  const draft = useDraft(annotation, field);
  const shared = {
    id,
    className: 'input',
    value: draft.text,
    placeholder,
    dir: 'auto',
    autoFocus,
    onChange: (event: { target: { value: string } }) => draft.type(event.target.value),
    onBlur: draft.flush,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={2} />
      ) : (
        <input {...shared} inputMode={inputMode} list={suggestions ? `${id}-list` : undefined} />
      )}
      {suggestions ? (
        <datalist id={`${id}-list`}>
          {suggestions.slice(0, MAX_SUGGESTIONS).map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      <DraftProblem draft={draft} />
    </div>
  );
}

/** Why a draft is not stored, or what another surface had written there. */
export function DraftProblem({ draft }: { draft: Draft }) {
  const { theirs } = draft;
  if (draft.code) {
    return (
      <ErrorNotice code={draft.code}>
        <Button onPress={draft.flush}>{t('common_retry')}</Button>
      </ErrorNotice>
    );
  }
  if (theirs === null) return null;
  if (draft.text.includes(theirs)) return <p className="small soft">{t('editor_both_kept')}</p>;
  return (
    <p className="small soft row" role="status">
      <span className="grow">{t('editor_replaced', clip(theirs, 80))}</span>
      <Button onPress={() => draft.type(theirs)}>{t('editor_take_theirs')}</Button>
    </p>
  );
}
