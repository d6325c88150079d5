import type { AnchorStatus } from '../../utils/domain/anchor.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { isCurrent } from '../../utils/domain/wording.ts';
import { t } from '../t.ts';
import { Changed } from './Changed.tsx';
import { Gone } from './Gone.tsx';
import { useLastAnchor } from './use-last-anchor.ts';
import './drift.css';

/** The frame of an open page in which the passage is looked for. */
export type OpenPlace = { tabId: number; frameId: number };

type AnchorStateProps = {
  annotation: Annotation;
  /** As the page that is open has it now; null where none is, and what the last visit found is told. */
  status: AnchorStatus | null;
  open?: OpenPlace | null;
  /** Says too that its page was not open since it was kept. */
  withNever?: boolean;
};

/** What has become of a kept passage on its page, and what the reader can do about it. Nothing while all is well. */
export function AnchorState({ annotation, status, open = null, withNever = false }: AnchorStateProps) {
  const found = useLastAnchor(annotation.id);
  if (found === undefined) return null;
  const last = found !== null && isCurrent(found, annotation) ? found : null;
  switch (status ?? last?.status ?? null) {
    case 'changed':
      // Of a visit in a private window nothing is noted, and of very many changes on one page not all at once.
      return last?.status === 'changed' && last.places.length > 0 ? (
        <Changed annotation={annotation} last={last} />
      ) : (
        <p className="small entry-status">{t('anchor_changed')}</p>
      );
    case 'orphaned':
      return <Gone annotation={annotation} last={last?.status === 'orphaned' ? last : null} open={open} />;
    case 'moved':
      return <p className="small soft">{t('anchor_moved')}</p>;
    case 'exact':
      return null;
    case null:
      return withNever ? <p className="small soft">{t('drift_never')}</p> : null;
  }
}
