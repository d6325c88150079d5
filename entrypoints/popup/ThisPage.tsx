import { useMemo } from 'react';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { SourceLink, sourceName } from '../../components/Credit.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import type { PageActions } from '../../components/page-actions.ts';
import { bySource, pageEntries, quotationKey, type SourceGroup } from '../../components/page-entries.ts';
import { QuotationItem } from '../../components/QuotationItem.tsx';
import { plural, t } from '../../components/t.ts';
import { usePageAnnotations } from '../../components/use-annotations.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { ShownQuotation, TabView } from '../../utils/messaging/protocol.ts';

type Row = { group: SourceGroup } | { shown: ShownQuotation };

/** The quotes of the page by source, and the reader's annotations on it. */
export function ThisPage({ view, actions }: { view: TabView; actions: PageActions }) {
  const annotations = usePageAnnotations(
    view.url,
    view.highlights.map(({ id }) => id),
  );
  if (annotations === undefined) return null;
  return (
    <>
      <Quotes view={view} annotations={annotations} actions={actions} />
      <Annotations view={view} annotations={annotations} actions={actions} />
    </>
  );
}

type PartProps = { view: TabView; annotations: Annotation[]; actions: PageActions };

function Quotes({ view, annotations, actions }: PartProps) {
  const groups = useMemo(() => bySource(view.quotations), [view.quotations]);
  const rows = useMemo(() => groups.flatMap((group): Row[] => [{ group }, ...group.shown.map((shown) => ({ shown }))]), [groups]);
  if (view.quotations.length === 0) return null;
  const colours = new Map(annotations.map(({ id, target }) => [id, target.styleClass]));
  const named = groups.filter(({ name }) => name !== null).length;
  return (
    <section aria-labelledby="quotes">
      <div className="section-head">
        <h2 id="quotes">{plural('common_quotes', view.quotations.length)}</h2>
        {named > 0 ? <span className="soft small">{plural('popup_from_sources', named)}</span> : null}
      </div>
      <VirtualList rows={rows} keyOf={keyOf} label={t('popup_quotes_here')} estimatedHeight={120}>
        {(row) =>
          'group' in row ? (
            <GroupHead group={row.group} />
          ) : (
            <QuotationItem
              shown={row.shown}
              colour={row.shown.keptAs === null ? null : (colours.get(row.shown.keptAs) ?? null)}
              actions={actions}
              withSource={false}
            />
          )
        }
      </VirtualList>
    </section>
  );
}

const keyOf = (row: Row): string => ('group' in row ? `source/${row.group.name ?? ''}` : quotationKey(row.shown));

function GroupHead({ group: { name, url, shown } }: { group: SourceGroup }) {
  return (
    <h3 className="group-head">
      <span className="grow">
        {name === null ? (
          t('popup_no_source')
        ) : url === null ? (
          sourceName({ name, url, title: null })
        ) : (
          <SourceLink source={{ name, url, title: null }} />
        )}
      </span>
      <span className="soft small">{plural('common_quotes', shown.length)}</span>
    </h3>
  );
}

function Annotations({ view, annotations, actions }: PartProps) {
  const { entries, orphans } = useMemo(() => pageEntries(view, annotations), [view, annotations]);
  const placed = entries.filter((entry) => entry.annotation !== null);
  const inOrder = [...placed.flatMap(({ annotation }) => (annotation ? [annotation] : [])), ...orphans];
  const rest = annotations.filter((annotation) => !inOrder.includes(annotation));
  const places = new Map(placed.map((entry) => [entry.annotation?.id, entry]));
  if (annotations.length === 0) {
    return view.state === 'ready' && view.quotations.length > 0 ? <p className="soft hint">{t('popup_no_annotations')}</p> : null;
  }
  return (
    <section aria-labelledby="annotations">
      <div className="section-head">
        <h2 id="annotations">{t('popup_annotations_here')}</h2>
        <span className="soft small">{plural('common_annotations', annotations.length)}</span>
        <ExportMenu annotations={annotations} name={view.title || view.host} />
      </div>
      <VirtualList rows={[...inOrder, ...rest]} keyOf={({ id }) => id} label={t('popup_annotations_here')} estimatedHeight={140}>
        {(annotation) => {
          const place = places.get(annotation.id);
          const jump = place ? { onJump: () => actions.jump(place.frameId, { id: annotation.id }) } : {};
          const status = place ? place.status : orphans.includes(annotation) ? 'orphaned' : null;
          return <AnnotationItem annotation={annotation} status={status} lines={3} {...jump} />;
        }}
      </VirtualList>
    </section>
  );
}
