import { Eye, Pencil } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Annotation } from '../utils/domain/annotation.ts';
import { DraftProblem } from './DraftField.tsx';
import { t } from './t.ts';
import { useDraft } from './use-draft.ts';

// Loaded when the first preview is asked for: most notes are only written.
const Markdown = lazy(() => import('./Markdown.tsx'));

/** The note of an annotation: Markdown, written or seen as it will look. */
export function NoteEditor({ annotation, autoFocus = false }: { annotation: Annotation; autoFocus?: boolean }) {
  const id = useId();
  const draft = useDraft(annotation, 'note');
  const [preview, setPreview] = useState(false);
  return (
    <div className="field">
      <div className="row">
        <label htmlFor={id} className="grow">
          {t('editor_note')}
        </label>
        <ToggleButton className="text-button" isSelected={preview} onChange={setPreview} isDisabled={draft.text.trim() === ''}>
          {preview ? <Pencil className="icon" aria-hidden /> : <Eye className="icon" aria-hidden />}
          {t('editor_preview')}
        </ToggleButton>
      </div>
      {preview ? (
        <div className="note-preview">
          <Suspense fallback={<p className="soft">{t('common_loading')}</p>}>
            <Markdown text={draft.text} />
          </Suspense>
        </div>
      ) : (
        <textarea
          id={id}
          className="input"
          dir="auto"
          rows={2}
          // biome-ignore lint/a11y/noAutofocus: the reader asked for the note by key or button
          autoFocus={autoFocus}
          placeholder={t('editor_note_placeholder')}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.flush}
        />
      )}
      <DraftProblem draft={draft} />
    </div>
  );
}
