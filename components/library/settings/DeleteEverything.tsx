import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { annotations } from '../../../utils/db/annotations.ts';
import { backups } from '../../../utils/db/backups.ts';
import { documents } from '../../../utils/db/documents.ts';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings.ts';
import { changeSettings } from '../../../utils/settings.ts';
import { Button } from '../../Button.tsx';
import { ConfirmDialog } from '../../ConfirmDialog.tsx';
import { errorTitle } from '../../error-text.ts';
import { repaint } from '../../store.ts';
import { formatNumber, plural, t } from '../../t.ts';
import { showToast } from '../../toasts.ts';
import { useAnnotationCount } from '../../use-annotations.ts';
import { useCorrectionCount } from '../../use-corrections.ts';

/** All of it, for good: says what goes, offers the export first, and asks for a word to be typed. */
export function DeleteEverything() {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const count = useAnnotationCount() ?? 0;
  const corrections = useCorrectionCount() ?? 0;
  const deleted = useLiveQuery(() => annotations.countDeleted(), []) ?? 0;
  const copies = useLiveQuery(() => backups.list(), [])?.length ?? 0;
  const joined = useLiveQuery(() => documents.all(), [])?.length ?? 0;
  const word = t('library_delete_all_word');
  const close = (): void => {
    setAsking(false);
    setTyped('');
  };
  return (
    <section className="stack" aria-labelledby="settings-delete">
      <h2 id="settings-delete">{t('library_delete_all')}</h2>
      <p className="small soft">{t('library_delete_all_help')}</p>
      <div className="row">
        <Button look="danger" onPress={() => setAsking(true)}>
          {t('library_delete_all_start')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('library_delete_all')}
        confirm={t('library_delete_all_confirm')}
        danger
        isOpen={asking}
        isDisabled={typed.trim().toLocaleLowerCase() !== word.toLocaleLowerCase()}
        onConfirm={() => {
          close();
          void deleteEverything();
        }}
        onCancel={close}
      >
        <p>{t('library_delete_all_what')}</p>
        <ul className="what-goes">
          <li>{plural('common_annotations', count)}</li>
          <li>{plural('library_delete_all_corrections', corrections)}</li>
          {joined > 0 ? <li>{plural('library_delete_all_documents', joined)}</li> : null}
          <li>{t('library_delete_all_bin', formatNumber(deleted))}</li>
          <li>{plural('library_backup_days', copies)}</li>
          <li>{t('library_delete_all_settings')}</li>
        </ul>
        <p>
          {t('library_delete_all_final')} <a href="#exchange">{t('library_delete_all_export')}</a>
        </p>
        <label className="field">
          <span className="label">{t('library_delete_all_type', word)}</span>
          <input className="input" value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
        </label>
      </ConfirmDialog>
    </section>
  );
}

async function deleteEverything(): Promise<void> {
  for (const step of [() => annotations.clearAll(), () => changeSettings(() => DEFAULT_SETTINGS)]) {
    const result = await step();
    if (result.ok) continue;
    showToast(errorTitle(result.code));
    return;
  }
  forgetPageChoices();
  repaint();
  showToast(t('library_deleted_all'));
}

/** Drafts that were not stored yet, and choices of this page. */
function forgetPageChoices(): void {
  try {
    localStorage.clear();
  } catch {
    // Blocked storage holds nothing.
  }
}
