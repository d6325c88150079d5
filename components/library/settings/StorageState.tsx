import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { annotations } from '../../../utils/db/annotations.ts';
import { backups } from '../../../utils/db/backups.ts';
import { askToPersist } from '../../../utils/db/persist.ts';
import { plural, t } from '../../t.ts';
import { useAnnotationCount } from '../../use-annotations.ts';
import { formatBytes } from '../format-bytes.ts';

/** Where the annotations live, how much room they take, and whether the browser may throw them out. */
export function StorageState() {
  const count = useAnnotationCount();
  const deleted = useLiveQuery(() => annotations.countDeleted(), []);
  const copies = useLiveQuery(() => backups.list(), []);
  const { used, free, persistent } = useStorageFigures();
  return (
    <section className="stack" aria-labelledby="settings-storage">
      <h2 id="settings-storage">{t('library_storage')}</h2>
      <p>{t('library_storage_where')}</p>
      <dl className="facts">
        <dt>{t('library_storage_kept')}</dt>
        <dd>
          {count === undefined ? '…' : plural('common_annotations', count)}
          {deleted ? ` (${t('library_storage_bin', deleted)})` : ''}
        </dd>
        <dt>{t('library_backups')}</dt>
        <dd>{copies === undefined ? '…' : plural('library_backup_days', copies.length)}</dd>
        <dt>{t('library_storage_used')}</dt>
        <dd>{used === null ? t('library_storage_unknown') : t('library_storage_used_of', formatBytes(used), formatBytes(free ?? 0))}</dd>
        <dt>{t('library_storage_persistence')}</dt>
        <dd>{persistent === true ? t('library_storage_persistent') : t('library_storage_exempt')}</dd>
        <dt>{t('library_storage_database')}</dt>
        <dd>{t('library_storage_open')}</dd>
      </dl>
    </section>
  );
}

type Figures = { used: number | null; free: number | null; persistent: boolean | null };

function useStorageFigures(): Figures {
  const [figures, setFigures] = useState<Figures>({ used: null, free: null, persistent: null });
  useEffect(() => {
    const end = new AbortController();
    const read = async (): Promise<void> => {
      const estimate = await navigator.storage?.estimate?.().catch(() => undefined); // not told: shown as unknown
      const persistent = await askToPersist();
      if (!end.signal.aborted) setFigures({ used: estimate?.usage ?? null, free: estimate?.quota ?? null, persistent });
    };
    void read();
    return () => end.abort();
  }, []);
  return figures;
}
