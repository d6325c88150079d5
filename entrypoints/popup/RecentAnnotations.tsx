import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../components/t.ts';
import { useAnnotationCount, useRecentAnnotations } from '../../components/use-annotations.ts';

const RECENT = 5;

/** The last annotations of other pages; a first step for a reader who has none yet. */
export function RecentAnnotations({ exceptUrl }: { exceptUrl: string }) {
  const recent = useRecentAnnotations(RECENT, exceptUrl);
  const count = useAnnotationCount();
  if (recent === undefined || count === undefined) return null;
  if (count === 0) {
    return (
      <EmptyState title={t('popup_first_title')}>
        <p className="soft">{t('popup_first_help')}</p>
      </EmptyState>
    );
  }
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <div className="section-head">
        <h2 id="recent">{t('popup_recent')}</h2>
      </div>
      <ul className="list" aria-label={t('popup_recent')}>
        {recent.map((annotation) => (
          <li key={annotation.id}>
            <AnnotationItem annotation={annotation} withPage lines={2} />
          </li>
        ))}
      </ul>
    </section>
  );
}
