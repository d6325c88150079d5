import { ArrowLeft, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { passageUrl } from '../../utils/exchange/passage-url.ts';
import { AnnotationEditor } from '../AnnotationEditor.tsx';
import { IconButton } from '../Button.tsx';
import { QuoteText } from '../QuoteText.tsx';
import { formatDay, t } from '../t.ts';
import type { LibraryRow } from './library-row.ts';

/** Where the list is hidden behind it (library.css), and cannot keep the focus. */
const COVERS_LIST = '(max-width: 75rem)';

/** One annotation, to read and edit. */
export function DetailPane({ row, onClose }: { row: LibraryRow; onClose: () => void }) {
  const { annotation } = row;
  const url = passageUrl(annotation);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (matchMedia(COVERS_LIST).matches) pane.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside ref={pane} tabIndex={-1} className="detail" aria-label={t('library_detail')}>
      <h2 className="visually-hidden">{t('library_detail')}</h2>
      <div className="detail-head row">
        <IconButton icon={ArrowLeft} label={t('library_close_detail')} onPress={onClose} />
        <p className="grow small soft one-line">
          <bdi title={annotation.target.title.slice(0, 1000)}>{(annotation.target.title || row.annotation.target.site).slice(0, 200)}</bdi>
        </p>
        {url ? (
          <a className="button" href={url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            <span>{t('library_open_page')}</span>
          </a>
        ) : null}
      </div>
      {row.orphaned ? <p className="detail-note small">{t('library_orphaned_help')}</p> : null}
      <div className="detail-quote" data-colour={annotation.target.styleClass}>
        <QuoteText text={row.quote} lines={10} />
      </div>
      <AnnotationEditor annotation={annotation} onRemoved={onClose} />
      <p className="small soft">
        {t('library_made', formatDay(annotation.created))}
        {annotation.modified !== annotation.created ? ` · ${t('library_changed', formatDay(annotation.modified))}` : ''}
      </p>
    </aside>
  );
}
