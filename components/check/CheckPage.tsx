import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import { Credit } from '../Credit.tsx';
import { DatabaseGate } from '../DatabaseGate.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { clip } from '../Foreign.tsx';
import { QuoteText } from '../QuoteText.tsx';
import { t } from '../t.ts';
import { CheckSession } from './CheckSession.tsx';
import { type CheckSubject, subjectOfWords } from './check-subject.ts';
import type { Checker } from './checker.ts';
import { QueueView } from './QueueView.tsx';
import { useCheckSubject } from './use-check-subject.ts';

/** Compares a quote with its source, word for word. */
export function CheckPage({ checker }: { checker: Checker }) {
  return (
    <main className="check-page">
      <h1>{t('check_title')}</h1>
      <DatabaseGate>
        <Opened checker={checker} />
      </DatabaseGate>
    </main>
  );
}

function Opened({ checker }: { checker: Checker }) {
  const { address, subject, code } = useCheckSubject();
  // Undefined until the reader says otherwise: then the words are those of the address.
  const [typed, setTyped] = useState<string | null | undefined>(undefined);
  const given = address.kind === 'words' ? (address.words ?? null) : null;
  const words = typed === undefined ? given : typed;
  if (address.kind === 'queue') return <QueueView checker={checker} />;
  if (code !== null) return <ErrorNotice code={code} />;
  const shown = address.kind === 'words' && words !== null ? subjectOfWords(words) : subject;
  if (shown !== null)
    return (
      <>
        <Subject subject={shown} takesFocus={typed !== undefined} onOther={address.kind === 'words' ? () => setTyped(null) : null} />
        <CheckSession
          key={shown.quote}
          subject={shown}
          checker={checker}
          sourceTab={address.kind === 'annotation' ? (address.tabId ?? null) : null}
        />
      </>
    );
  return address.kind === 'words' ? <WordsForm onWords={setTyped} /> : <p className="soft">{t('common_loading')}</p>;
}

type SubjectProps = {
  subject: CheckSubject;
  /** The form that had the focus has just gone. */
  takesFocus: boolean;
  onOther: (() => void) | null;
};

/** The words in question, whose they are said to be, and who quotes them. */
function Subject({ subject: { quote, speaker, source, page }, takesFocus, onOther }: SubjectProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) section.current?.focus();
  }, [takesFocus]);
  return (
    <section ref={section} tabIndex={-1} className="subject stack" aria-label={t('check_subject')}>
      <QuoteText text={quote} lines={6} />
      {speaker === null && source === null ? null : <Credit credited={{ speaker, source }} />}
      {page === null ? null : (
        <p className="small soft">
          {t('check_quoted_in')} <bdi>{clip(page.title || page.url, 160)}</bdi>
        </p>
      )}
      {onOther === null ? null : (
        <div>
          <Button onPress={onOther}>{t('check_other_words')}</Button>
        </div>
      )}
    </section>
  );
}

function WordsForm({ onWords }: { onWords: (words: string) => void }) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onWords(text.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label className="field">
        <span>{t('check_words')}</span>
        <textarea className="input" rows={4} dir="auto" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <div>
        <Button type="submit" look="primary" isDisabled={text.trim() === ''}>
          {t('check_words_next')}
        </Button>
      </div>
    </form>
  );
}
