import { type FormEvent, useId, useState } from 'react';
import type { CorrectedAttribution } from '../utils/domain/correction.ts';
import type { ErrorCode, Result } from '../utils/domain/error-code.ts';
import type { Alternative } from '../utils/domain/quotation.ts';
import { linkable } from '../utils/exchange/passage-url.ts';
import type { CorrectionDraft } from '../utils/messaging/protocol.ts';
import { Button } from './Button.tsx';
import { type CorrectionChange, removeCorrections, saveCorrection } from './correction-store.ts';
import { attributionText } from './correction-text.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { clip } from './Foreign.tsx';
import { t } from './t.ts';
import { useSpeakerNames } from './use-annotations.ts';
import './editor.css';

type CorrectionEditorProps = {
  draft: CorrectionDraft;
  onDone: (change: CorrectionChange) => void;
  onCancel: () => void;
};

const MAX_SUGGESTIONS = 200;

/** Whose words a quotation are and where from, as the reader says; or that it is none. Stored when they say so. */
export function CorrectionEditor({ draft, onDone, onCancel }: CorrectionEditorProps) {
  const { correction, isNew, annotationIds, alternatives } = draft;
  const start = correction.attribution ?? correction.detected;
  const [speaker, setSpeaker] = useState(start.speaker ?? '');
  const [source, setSource] = useState({
    name: start.source?.name ?? '',
    url: start.source?.url ?? '',
    title: start.source?.title ?? '',
  });
  const [code, setCode] = useState<ErrorCode | null>(null);
  const speakers = useSpeakerNames() ?? [];
  const badUrl = source.url.trim() !== '' && linkable(source.url.trim()) === null;

  const finish = (result: Result<CorrectionChange>): void => {
    setCode(result.ok ? null : result.code);
    if (result.ok) onDone(result.value);
  };
  const save = async (attribution: CorrectedAttribution | null): Promise<void> =>
    finish(await saveCorrection(correction, attribution, annotationIds));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!badUrl) void save(attributionOf(speaker, source));
  };
  const takeSource = (name: string): void => {
    const { source: found } = correction.detected;
    setSource(found?.name === name ? { name, url: found.url ?? '', title: found.title ?? '' } : { name, url: '', title: '' });
  };

  return (
    <form className="editor stack" onSubmit={submit} aria-label={t('correct_title')}>
      <p className="small soft">
        {t('correct_found', attributionText(correction.detected))}. {t('correct_help')}
      </p>
      <TextField label={t('editor_speaker')} value={speaker} onChange={setSpeaker} suggestions={speakers} autoFocus />
      <Choices label={t('correct_suggestions_speaker')} alternatives={alternatives.speaker} current={speaker} onTake={setSpeaker}>
        {speaker.trim() === '' ? null : <Button onPress={() => setSpeaker('')}>{t('correct_nobody_named')}</Button>}
      </Choices>
      <TextField label={t('correct_source_name')} value={source.name} onChange={(name) => setSource({ ...source, name })} />
      <Choices label={t('correct_suggestions_source')} alternatives={alternatives.source} current={source.name} onTake={takeSource} />
      <div className="pair">
        <TextField
          label={t('correct_source_url')}
          value={source.url}
          onChange={(url) => setSource({ ...source, url })}
          inputMode="url"
          problem={badUrl ? t('correct_url_bad') : null}
        />
        <TextField label={t('correct_source_title')} value={source.title} onChange={(title) => setSource({ ...source, title })} />
      </div>
      {code === null ? null : <ErrorNotice code={code} />}
      <div className="row">
        <Button look="primary" type="submit" isDisabled={badUrl}>
          {t('correct_save')}
        </Button>
        <Button onPress={onCancel}>{t('common_cancel')}</Button>
      </div>
      <div className="row editor-foot">
        <Button look="danger" onPress={() => void save(null)}>
          {t('correct_not_a_quotation')}
        </Button>
        {isNew ? null : (
          <Button look="quiet" onPress={() => void removeCorrections([correction.id]).then(finish)}>
            {t('correct_reset')}
          </Button>
        )}
      </div>
    </form>
  );
}

function attributionOf(speaker: string, { name, url, title }: { name: string; url: string; title: string }): CorrectedAttribution {
  const [who, from, where, what] = [speaker, name, url, title].map((text) => text.replace(/\s+/gu, ' ').trim() || null);
  const noSource = !from && !where && !what;
  return { speaker: who ?? null, source: noSource ? null : { name: from ?? '', url: where ?? null, title: what ?? null } };
}

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  suggestions?: string[];
  autoFocus?: boolean;
  inputMode?: 'url';
  problem?: string | null;
};

function TextField({ label, value, onChange, suggestions, autoFocus = false, inputMode, problem = null }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the editor was opened to correct this
        autoFocus={autoFocus}
        inputMode={inputMode}
        list={suggestions ? `${id}-list` : undefined}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions ? (
        <datalist id={`${id}-list`}>
          {suggestions.slice(0, MAX_SUGGESTIONS).map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      {problem === null ? null : (
        <p id={`${id}-problem`} className="small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type ChoicesProps = {
  label: string;
  alternatives: Alternative[];
  current: string;
  onTake: (name: string) => void;
  children?: React.ReactNode;
};

/** What it could be as well, each a press away. */
function Choices({ label, alternatives, current, onTake, children = null }: ChoicesProps) {
  const others = alternatives.filter(({ name }) => name !== current.trim());
  if (others.length === 0 && children === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a row of a flexible width
    <div className="row choices" role="group" aria-label={label}>
      {others.map(({ name, confidence }) => (
        <Button key={name} aria-label={t('correct_take', clip(name, 120), Math.round(confidence * 100))} onPress={() => onTake(name)}>
          {clip(name, 60)}
        </Button>
      ))}
      {children}
    </div>
  );
}
