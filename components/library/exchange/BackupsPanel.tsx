import { useLiveQuery } from 'dexie-react-hooks';
import { Download, RotateCcw } from 'lucide-react';
import { annotations } from '../../../utils/db/annotations.ts';
import { type Backup, backups, KEPT_BACKUPS } from '../../../utils/db/backups.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { Button } from '../../Button.tsx';
import { download, fileName } from '../../download.ts';
import { exportFile } from '../../export-file.ts';
import { formatNumber, plural, t, uiLanguage } from '../../t.ts';
import { showToast } from '../../toasts.ts';
import type { Import } from './ImportPanel.tsx';

/** The automatic copies: to take along, or to bring back. A copy outside of the browser is one press away. */
export function BackupsPanel({ onRestore }: { onRestore: (from: Import) => void }) {
  const list = useLiveQuery(() => backups.list(), []);
  const textOf = async (backup: Backup): Promise<string | null> => {
    const text = await backups.text(backup.day);
    if (text === null) showToast(t('library_backup_gone'));
    return text;
  };
  const restore = async (backup: Backup): Promise<void> => {
    const text = await textOf(backup);
    if (text !== null) onRestore({ name: t('library_backup_of', dayOf(backup)), text });
  };
  const save = async (backup: Backup): Promise<void> => {
    const text = await textOf(backup);
    if (text !== null) download([text], fileName('backup', backup.day, json.extension), json.mime);
  };
  return (
    <section className="stack" aria-labelledby="exchange-backups">
      <h2 id="exchange-backups">{t('library_backups')}</h2>
      <p className="soft">{t('library_backups_help', formatNumber(KEPT_BACKUPS))}</p>
      <div className="row">
        <Button icon={Download} onPress={() => void backUpNow()}>
          {t('library_backup_now')}
        </Button>
      </div>
      {list === undefined ? <p className="soft">{t('common_loading')}</p> : null}
      {list?.length === 0 ? <p className="soft">{t('library_backups_none')}</p> : null}
      {list && list.length > 0 ? (
        <ul className="backups">
          {list.map((backup) => (
            <li key={backup.day} className="row">
              <span className="grow">
                <time dateTime={backup.made}>{dayOf(backup)}</time>{' '}
                <span className="small soft">{plural('common_annotations', backup.count)}</span>
              </span>
              <Button look="quiet" icon={Download} onPress={() => void save(backup)}>
                {t('library_backup_download')}
              </Button>
              <Button look="quiet" icon={RotateCcw} onPress={() => void restore(backup)}>
                {t('library_restore')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

async function backUpNow(): Promise<void> {
  const all = await annotations.all();
  showToast(plural('common_exported', all.length, await exportFile(json, all, 'backup', { everything: true })));
}

const dayOf = ({ made }: Backup): string => new Date(made).toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
