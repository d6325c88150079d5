import type { LastAnchor } from '../../utils/domain/anchor.ts';
import { type Annotation, type Claim, claimsOf, exactOf, noteOf, quotationOf, tagsOf } from '../../utils/domain/annotation.ts';
import { THIS_PAGE } from '../../utils/domain/quotation.ts';
import { type Drift, driftOf } from '../../utils/domain/wording.ts';
import { hostOf, pageKey } from '../../utils/text/page-key.ts';
import { foldForSearch } from './fold-for-search.ts';

/** What a search word can be tied to (`speaker:rubio`). */
export const SEARCH_FIELDS = ['quote', 'note', 'tag', 'speaker', 'source', 'title', 'site', 'claim'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

export const FACETS = ['source', 'speaker', 'tag', 'site', 'authenticity', 'veracity', 'colour', 'kind', 'has', 'page'] as const;
export type FacetName = (typeof FACETS)[number];

/** An annotation with all that the list filters, sorts and searches by, worked out once. */
export type LibraryRow = {
  id: string;
  annotation: Annotation;
  quote: string;
  note: string;
  tags: string[];
  claims: Claim[];
  speaker: string;
  source: string;
  drift: Drift | null;
  /** UTF-16 offset in the page; pages without positions sort first. */
  position: number;
  /** Folded text, a field at a time. */
  fields: Record<SearchField, string>;
  /** All fields folded, one a line: no phrase reaches from one field into the next. */
  searchText: string;
  /** The row's values of each facet; the empty string stands for "none". */
  values: Record<FacetName, readonly string[]>;
};

const orNone = (values: string[]): string[] => (values.length > 0 ? [...new Set(values)] : ['']);

/** Where the words come from: the source the quotation names, else the site of the page. "this page" names one only in the page itself. */
function sourceOf(annotation: Annotation): string {
  const name = quotationOf(annotation)?.source?.name;
  return name && name !== THIS_PAGE ? name : annotation.target.site;
}

function fieldsOf(annotation: Annotation, speaker: string): Record<SearchField, string> {
  const { target } = annotation;
  const quotation = quotationOf(annotation);
  const claims = claimsOf(annotation);
  const source = quotation?.source;
  return {
    quote: foldForSearch(exactOf(annotation)),
    note: foldForSearch(noteOf(annotation)),
    tag: tagsOf(annotation).map(foldForSearch).join('\n'),
    speaker: [speaker, quotation?.mention ?? '', ...claims.map((c) => c.author ?? '')].map(foldForSearch).join('\n'),
    source: [source?.name ?? '', source?.title ?? '', source?.url ?? ''].map(foldForSearch).join('\n'),
    title: foldForSearch(target.title),
    site: [target.site, target.source].map(foldForSearch).join('\n'),
    claim: claims.map((c) => foldForSearch(c.text)).join('\n'),
  };
}

/** The document that an annotation belongs to; `joined`: key → the key that stands for the pages joined with it. */
function documentOf({ target }: Annotation, joined: ReadonlyMap<string, string>): string {
  const key = pageKey(target.canonical ?? target.source);
  return joined.get(key) ?? key;
}

function valuesOf(annotation: Annotation, speaker: string, drift: Drift | null, page: string): Record<FacetName, readonly string[]> {
  const claims = claimsOf(annotation);
  const has = [
    ...(noteOf(annotation) ? ['note'] : []),
    ...(claims.length > 0 ? ['claim'] : []),
    ...(tagsOf(annotation).length > 0 ? ['tag'] : []),
    ...(drift ? [drift] : []),
  ];
  return {
    source: [sourceOf(annotation)],
    speaker: [speaker],
    tag: orNone(tagsOf(annotation)),
    site: [hostOf(annotation.target.source) || annotation.target.source],
    authenticity: [...new Set(claims.map((c) => c.assessment.authenticity ?? ''))],
    veracity: [...new Set(claims.map((c) => c.assessment.veracity ?? ''))],
    colour: [annotation.target.styleClass],
    kind: [quotationOf(annotation)?.kind ?? ''],
    has,
    page: [page],
  };
}

/** `drift`: what the reader should know of its passage since the page was last open. */
export function libraryRow(annotation: Annotation, drift: Drift | null, joined: ReadonlyMap<string, string> = new Map()): LibraryRow {
  const speaker = quotationOf(annotation)?.speaker ?? '';
  const fields = fieldsOf(annotation, speaker);
  const position = annotation.target.selector.find((s) => s.type === 'TextPositionSelector');
  return {
    id: annotation.id,
    annotation,
    quote: exactOf(annotation),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    claims: claimsOf(annotation),
    speaker,
    source: sourceOf(annotation),
    drift,
    position: position?.type === 'TextPositionSelector' ? position.start : -1,
    fields,
    searchText: SEARCH_FIELDS.map((field) => fields[field]).join('\n'),
    values: valuesOf(annotation, speaker, drift, documentOf(annotation, joined)),
  };
}

/**
 * Rows for annotations and what is known of their places, taking over those of `earlier` whose annotation did not change:
 * one edit among 10,000 folds one text, not 10,000.
 */
export function libraryRows(
  annotations: readonly Annotation[],
  anchors: ReadonlyMap<string, LastAnchor>,
  earlier: ReadonlyMap<string, LibraryRow> = new Map(),
  joined: ReadonlyMap<string, string> = new Map(),
): LibraryRow[] {
  return annotations.map((annotation) => {
    const known = earlier.get(annotation.id);
    const drift = driftOf(anchors.get(annotation.id) ?? null, annotation);
    if (known?.annotation.modified !== annotation.modified || known.drift !== drift) return libraryRow(annotation, drift, joined);
    return known.values.page[0] === documentOf(annotation, joined) ? known : libraryRow(annotation, drift, joined);
  });
}
