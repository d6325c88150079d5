import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { annotations } from '../../utils/db/annotations.ts';
import { type Annotation, exactOf } from '../../utils/domain/annotation.ts';
import { Button } from '../Button.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { errorTitle } from '../error-text.ts';
import { restore } from '../store.ts';
import { formatDay, plural, t } from '../t.ts';
import { showToast } from '../toasts.ts';
import { useDeletedAnnotations } from '../use-annotations.ts';

/** Deleted ones shown at once; the rest comes when these are dealt with. */
const SHOWN_AT_MOST = 200;

/** What was deleted, last first: bring it back, or let it go for good. */
export function BinView() {
  const deleted = useDeletedAnnotations();
  const [doomed, setDoomed] = useState<Annotation[]>([]);
  if (deleted === undefined) return <p className="soft gate">{t('common_loading')}</p>;
  const bringBack = async (ids: string[]): Promise<void> => {
    const result = await restore(ids);
    showToast(result.ok ? plural('library_restored', result.value.length) : errorTitle(result.code));
  };
  const destroy = async (): Promise<void> => {
    const ids = doomed.map(({ id }) => id);
    setDoomed([]);
    const result = await annotations.destroy(ids);
    showToast(result.ok ? plural('library_destroyed', result.value) : errorTitle(result.code));
  };
  return (
    <div className="page-view">
      <h1>{t('library_view_bin')}</h1>
      <p className="soft">{t('library_bin_help')}</p>
      {deleted.length === 0 ? (
        <EmptyState title={t('library_bin_empty')} />
      ) : (
        <>
          <div className="row">
            <p className="bin-count" role="status">
              {plural('common_annotations', deleted.length)}
            </p>
            <Button icon={RotateCcw} onPress={() => void bringBack(deleted.map(({ id }) => id))}>
              {t('library_restore_all')}
            </Button>
            <Button look="danger" icon={Trash2} onPress={() => setDoomed(deleted)}>
              {t('library_bin_clear')}
            </Button>
          </div>
          <ul className="stack bin">
            {deleted.slice(0, SHOWN_AT_MOST).map((each) => (
              <BinRow key={each.id} annotation={each} onRestore={() => void bringBack([each.id])} onDestroy={() => setDoomed([each])} />
            ))}
          </ul>
          {deleted.length > SHOWN_AT_MOST ? <p className="soft">{t('library_bin_more')}</p> : null}
        </>
      )}
      <ConfirmDialog
        title={plural('library_destroy_title', doomed.length)}
        confirm={t('library_destroy')}
        danger
        isOpen={doomed.length > 0}
        onConfirm={() => void destroy()}
        onCancel={() => setDoomed([])}
      >
        <p>{t('library_destroy_help')}</p>
      </ConfirmDialog>
    </div>
  );
}

function BinRow({ annotation, onRestore, onDestroy }: { annotation: Annotation; onRestore: () => void; onDestroy: () => void }) {
  const { target, deleted } = annotation;
  return (
    <li className="bin-row" data-colour={target.styleClass}>
      <div className="grow">
        <bdi className="clamp list-quote">{exactOf(annotation).slice(0, 400) || t('library_no_words')}</bdi>
        <p className="list-facts small soft">
          <bdi>{(target.title || target.site).slice(0, 120)}</bdi>
          {deleted ? <time dateTime={deleted}>{t('library_deleted_on', formatDay(deleted))}</time> : null}
        </p>
      </div>
      <Button icon={RotateCcw} onPress={onRestore}>
        {t('library_restore')}
      </Button>
      <Button look="danger" onPress={onDestroy}>
        {t('library_destroy')}
      </Button>
    </li>
  );
}
