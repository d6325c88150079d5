import { useMemo } from 'react';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import type { PageActions } from '../../components/page-actions.ts';
import { pageEntries } from '../../components/page-entries.ts';
import { plural, t } from '../../components/t.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import type { AnchorStatus } from '../../utils/domain/anchor.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';

type Row = { annotation: Annotation; status: AnchorStatus | null; frameId: number | null };
type PageAnnotationsProps = { view: TabView | null; annotations: Annotation[]; actions: PageActions };

/** The reader's annotations on the page in page order, those whose words changed first, those without a place in it last. */
export function PageAnnotations({ view, annotations, actions }: PageAnnotationsProps) {
  const rows = useMemo(() => inPageOrder(view, annotations), [view, annotations]);
  if (rows.length === 0) {
    return (
      <EmptyState title={t('popup_mine_none')}>
        <p className="soft">{t('popup_first_help')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('popup_annotations_here')}>
      <div className="section-head">
        <h2>{plural('common_annotations', rows.length)}</h2>
        <ExportMenu annotations={annotations} name={view?.title || view?.host || ''} />
      </div>
      <VirtualList rows={rows} keyOf={({ annotation }) => annotation.id} label={t('popup_annotations_here')} estimatedHeight={140}>
        {({ annotation, status, frameId }) => (
          <AnnotationItem
            annotation={annotation}
            status={status}
            lines={3}
            open={frameId === null ? null : { tabId: actions.tabId, frameId }}
            {...(frameId === null || status === 'orphaned' ? {} : { onJump: () => actions.jump(frameId, { id: annotation.id }) })}
          />
        )}
      </VirtualList>
    </section>
  );
}

function inPageOrder(view: TabView | null, annotations: Annotation[]): Row[] {
  const { entries, orphans } = view ? pageEntries(view, annotations) : { entries: [], orphans: [] };
  const placed = entries.flatMap(({ annotation, status, frameId }): Row[] => (annotation ? [{ annotation, status, frameId }] : []));
  const lost = orphans.map(({ annotation, frameId }): Row => ({ annotation, status: 'orphaned', frameId }));
  const known = new Set([...placed, ...lost].map(({ annotation }) => annotation.id));
  // A paused page, or one that is still read, was not asked where they are.
  const rest = annotations.filter(({ id }) => !known.has(id)).map((annotation): Row => ({ annotation, status: null, frameId: null }));
  // What changed comes first: a popup shows the first few.
  const changed = placed.filter(({ status }) => status === 'changed');
  return [...changed, ...placed.filter((row) => !changed.includes(row)), ...lost, ...rest];
}
