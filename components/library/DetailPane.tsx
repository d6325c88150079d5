import { ArrowLeft, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { placeUrl } from '../../utils/exchange/passage-url.ts';
import { AnnotationEditor } from '../AnnotationEditor.tsx';
import { IconButton } from '../Button.tsx';
import { Variants } from '../check/Variants.tsx';
import { AnchorState } from '../drift/AnchorState.tsx';
import { QuoteText } from '../QuoteText.tsx';
import { formatDay, plural, t } from '../t.ts';
import type { LibraryRow } from './library-row.ts';
import { formatHash, NO_FILTERS, START, toggleFacet } from './library-state.ts';

/** Where the list is hidden behind it (library.css), and cannot keep the focus. */
const COVERS_LIST = '(max-width: 75rem)';

type DetailPaneProps = {
  row: LibraryRow;
  /** How many annotations of the same page there are beside it. */
  others: number;
  onClose: () => void;
};

/** One annotation, to read and edit. */
export function DetailPane({ row, others, onClose }: DetailPaneProps) {
  const { annotation } = row;
  const url = placeUrl(annotation);
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
      <div className="detail-quote" data-colour={annotation.target.styleClass}>
        <QuoteText text={row.quote} lines={10} />
      </div>
      <AnchorState annotation={annotation} status={null} withNever />
      <AnnotationEditor annotation={annotation} onRemoved={onClose} />
      <Variants annotation={annotation} />
      {others > 0 ? (
        <p className="small">
          <a href={pageHash(row)}>{plural('library_others_here', others)}</a>
        </p>
      ) : null}
      <p className="small soft">
        {t('library_made', formatDay(annotation.created))}
        {annotation.modified !== annotation.created ? ` · ${t('library_changed', formatDay(annotation.modified))}` : ''}
      </p>
    </aside>
  );
}

/** The list of this page's annotations, in the order of the page, with this one open. */
const pageHash = (row: LibraryRow): string =>
  formatHash({ ...START, filters: toggleFacet(NO_FILTERS, 'page', row.values.page[0] ?? ''), sort: 'page', open: row.id });
