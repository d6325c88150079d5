import { EmptyState } from '../EmptyState.tsx';
import { t } from '../t.ts';

/** The library before anything is kept: how to begin, and where things can be brought in. */
export function FirstSteps() {
  return (
    <div className="page-view">
      <h1>{t('library_empty_title')}</h1>
      <EmptyState title={t('library_empty_how')}>
        <ol className="steps">
          <li>{t('library_empty_open')}</li>
          <li>{t('library_empty_keep')}</li>
          <li>{t('library_empty_select')}</li>
        </ol>
        <p>
          <a href="#exchange">{t('library_empty_import')}</a>
        </p>
      </EmptyState>
    </div>
  );
}
