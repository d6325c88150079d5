import { useMemo } from 'react';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { openLibrary } from '../../components/open-surface.ts';
import type { PageActions } from '../../components/page-actions.ts';
import { quotationKey } from '../../components/page-entries.ts';
import { QuotationItem } from '../../components/QuotationItem.tsx';
import { matches } from '../../components/search.ts';
import { plural, t } from '../../components/t.ts';
import { useAllAnnotations } from '../../components/use-annotations.ts';
import { type Annotation, claimsOf, exactOf, noteOf, quotationOf, tagsOf } from '../../utils/domain/annotation.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';

// A popup is for the first look; the library shows all.
const MAX_RESULTS = 40;

/** What fits the search: quotes of this page, and annotations of all pages. */
export function SearchResults({ search, view, actions }: { search: string; view: TabView | null; actions: PageActions }) {
  const all = useAllAnnotations();
  const quotations = view?.quotations;
  const quotes = useMemo(
    () => (quotations ?? []).filter(({ quotation: q }) => matches(search, [q.text, q.speaker, q.source?.name, q.source?.title])),
    [quotations, search],
  );
  const annotations = useMemo(() => (all ?? []).filter((annotation) => matches(search, textsOf(annotation))), [all, search]);
  const colours = new Map(all?.map(({ id, target }) => [id, target.styleClass]));
  const nothing = quotes.length === 0 && annotations.length === 0;
  return (
    <>
      <p className="visually-hidden" role="status">
        {plural('common_quotes', quotes.length)}, {plural('common_annotations', annotations.length)}
      </p>
      {nothing && all !== undefined ? (
        <EmptyState title={t('popup_nothing_found')}>
          <p className="soft">{t('popup_nothing_found_help')}</p>
        </EmptyState>
      ) : null}
      {quotes.length === 0 ? null : (
        <section aria-labelledby="found-quotes">
          <div className="section-head">
            <h2 id="found-quotes">{t('popup_quotes_here')}</h2>
            <span className="soft small">{plural('common_quotes', quotes.length)}</span>
          </div>
          <ul className="list">
            {quotes.slice(0, MAX_RESULTS).map((shown) => (
              <li key={quotationKey(shown)}>
                <QuotationItem
                  shown={shown}
                  colour={shown.keptAs === null ? null : (colours.get(shown.keptAs) ?? null)}
                  actions={actions}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {annotations.length === 0 ? null : (
        <section aria-labelledby="found-annotations">
          <div className="section-head">
            <h2 id="found-annotations">{t('popup_annotations_all')}</h2>
            <span className="soft small">{plural('common_annotations', annotations.length)}</span>
          </div>
          <ul className="list">
            {annotations.slice(0, MAX_RESULTS).map((annotation) => (
              <li key={annotation.id}>
                <AnnotationItem annotation={annotation} withPage lines={2} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button onPress={() => openLibrary(`#all?${new URLSearchParams({ q: search })}`)}>{t('popup_search_library')}</Button>
      </div>
    </>
  );
}

function textsOf(annotation: Annotation): (string | null | undefined)[] {
  const quotation = quotationOf(annotation);
  const { title, site } = annotation.target;
  const claims = claimsOf(annotation).flatMap((claim) => [claim.text, claim.author]);
  return [
    exactOf(annotation),
    noteOf(annotation),
    ...tagsOf(annotation),
    ...claims,
    title,
    site,
    quotation?.speaker,
    quotation?.source?.name,
  ];
}
