import type { CheckChange, CheckNote, QuoteCheck } from '../../utils/domain/check.ts';
import { Foreign } from '../Foreign.tsx';
import { t, underscored } from '../t.ts';

/** Each difference in words, with the number that it bears in the texts; and what the place itself tells. */
export function ChangeList({ check: { changes, notes } }: { check: QuoteCheck }) {
  if (changes.length + notes.length === 0) return null;
  return (
    <section className="stack" aria-label={t('check_changes')}>
      <h3>{t('check_changes')}</h3>
      {changes.length > 0 ? (
        <ol className="changes">
          {changes.map((change, i) => (
            <li key={`${change.kind} ${change.quoteSpan.start} ${change.sourceSpan.start} ${change.quoteSpan.end}`}>
              <span className="change-number" aria-hidden>
                {i + 1}
              </span>
              <span>
                <Change change={change} />
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {notes.length > 0 ? (
        <ul className="notes">
          {notes.map((note) => (
            <li key={`${note.kind} ${note.span.start} ${note.span.end}`}>
              <Note note={note} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Change({ change: { kind, quote, source, grave } }: { change: CheckChange }) {
  return (
    <>
      {grave ? <strong className="grave">⚠ </strong> : null}
      <strong>{t(`check_kind_${underscored(kind)}`)}</strong>:{' '}
      {quote === '' ? (
        <>
          {t('check_only_source')} <Words>{source}</Words>
        </>
      ) : source === '' ? (
        <>
          {t('check_only_quote')} <Words>{quote}</Words>
        </>
      ) : (
        <>
          <Words>{quote}</Words> <span className="soft">{t('check_in_source')}</span> <Words>{source}</Words>
        </>
      )}
    </>
  );
}

function Note({ note: { kind, text, speaker, grave } }: { note: CheckNote }) {
  return (
    <>
      {grave ? <strong className="grave">⚠ </strong> : null}
      {t(`check_note_${underscored(kind)}`)}
      {speaker === null ? null : (
        <>
          {' '}
          <Foreign max={120}>{speaker}</Foreign>
        </>
      )}
      {text === '' ? null : (
        <>
          {' '}
          <Words>{text}</Words>
        </>
      )}
    </>
  );
}

const Words = ({ children }: { children: string }) => (
  <q className="change-words">
    <Foreign>{children}</Foreign>
  </q>
);
