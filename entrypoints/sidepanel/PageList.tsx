import type { ReactNode } from 'react';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { type PageActions, placeOf } from '../../components/page-actions.ts';
import { type Orphan, type PageEntry, quotationKey } from '../../components/page-entries.ts';
import { QuotationItem } from '../../components/QuotationItem.tsx';
import { matches } from '../../components/search.ts';
import { plural, t } from '../../components/t.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { type Annotation, exactOf, noteOf, quotationOf, tagsOf } from '../../utils/domain/annotation.ts';

/** `drift`: those whose words changed. */
export type Filter = 'all' | 'quotes' | 'mine' | 'drift';
type Shown = { entries: PageEntry[]; orphans: Orphan[]; unplaced: Annotation[] };

/** What of the page passes the filter and the search. `unplaced`: annotations of the page that it was not asked for yet (paused, loading). */
export function filterEntries(
  page: { entries: PageEntry[]; orphans: Orphan[] },
  annotations: Annotation[],
  filter: Filter,
  search: string,
): Shown {
  const fits = (texts: (string | null | undefined)[]): boolean => search === '' || matches(search, texts);
  const kept = (annotation: Annotation): boolean => (filter === 'all' || filter === 'mine') && fits(textsOf(annotation));
  const placed = new Set([...page.entries, ...page.orphans].map(({ annotation }) => annotation));
  return {
    entries: page.entries.filter(({ shown, annotation, status }) => {
      if (filter === 'drift' && status !== 'changed') return false;
      if (filter === 'quotes' && shown === null) return false;
      if (filter === 'mine' && annotation === null) return false;
      const q = shown?.quotation;
      return fits([...(annotation ? textsOf(annotation) : []), q?.text, q?.speaker, q?.source?.name]);
    }),
    orphans: page.orphans.filter(({ annotation }) => kept(annotation)),
    unplaced: annotations.filter((annotation) => !placed.has(annotation) && kept(annotation)),
  };
}

type PageListProps = Shown & { filtered: boolean; actions: PageActions };

export function PageList({ entries, orphans, unplaced, filtered, actions }: PageListProps) {
  const count = entries.length + orphans.length + unplaced.length;
  return (
    <>
      <p className={filtered ? 'soft small' : 'visually-hidden'} role="status">
        {plural('panel_shown', count)}
      </p>
      {count === 0 ? <EmptyState title={t('panel_nothing')} /> : null}
      {entries.length === 0 ? null : (
        <section aria-labelledby="in-page">
          <h2 id="in-page" className="visually-hidden">
            {t('panel_in_page')}
          </h2>
          <VirtualList rows={entries} keyOf={({ key }) => key} label={t('panel_in_page')} estimatedHeight={130}>
            {(entry) => <Entry entry={entry} actions={actions} />}
          </VirtualList>
        </section>
      )}
      {unplaced.length === 0 ? null : (
        <Plain title={t('popup_annotations_here')}>
          {unplaced.map((annotation) => (
            <li key={annotation.id}>
              <AnnotationItem annotation={annotation} />
            </li>
          ))}
        </Plain>
      )}
      {orphans.length === 0 ? null : (
        <Plain title={t('panel_orphans')}>
          {orphans.map(({ annotation, frameId }) => (
            <li key={annotation.id}>
              <AnnotationItem annotation={annotation} status="orphaned" open={{ tabId: actions.tabId, frameId }} />
            </li>
          ))}
        </Plain>
      )}
    </>
  );
}

function Entry({ entry: { shown, annotation, status, frameId }, actions }: { entry: PageEntry; actions: PageActions }) {
  if (annotation) {
    const target = shown ? placeOf(shown.quotation) : { id: annotation.id };
    return (
      <AnnotationItem
        annotation={annotation}
        status={status}
        open={{ tabId: actions.tabId, frameId }}
        onJump={() => actions.jump(frameId, target)}
      />
    );
  }
  return shown ? <QuotationItem key={quotationKey(shown)} shown={shown} colour={null} actions={actions} lines={4} /> : null;
}

function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="stack">
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <ul className="list" aria-label={title}>
        {children}
      </ul>
    </section>
  );
}

function textsOf(annotation: Annotation): (string | null | undefined)[] {
  const quotation = quotationOf(annotation);
  return [exactOf(annotation), noteOf(annotation), ...tagsOf(annotation), quotation?.speaker, quotation?.source?.name];
}
