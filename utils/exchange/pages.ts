import type { Annotation } from '../domain/annotation.ts';
import type { TextPositionSelector } from '../domain/selector.ts';

/** The annotations of one page, in the page's order. */
export interface PageGroup {
  source: string;
  title: string;
  site: string;
  annotations: Annotation[];
}

/** Groups what is not deleted by page: pages in the order of their first annotation, annotations as they stand in the page. */
export function groupByPage(annotations: readonly Annotation[]): PageGroup[] {
  const pages = new Map<string, PageGroup>();
  for (const annotation of annotations) {
    if (annotation.deleted !== null) continue;
    const { source, title, site } = annotation.target;
    const page = pages.get(source);
    if (page) page.annotations.push(annotation);
    else pages.set(source, { source, title, site, annotations: [annotation] });
  }
  for (const page of pages.values()) page.annotations.sort((a, b) => placeOf(a) - placeOf(b));
  return [...pages.values()];
}

const placeOf = (annotation: Annotation): number =>
  annotation.target.selector.find((selector): selector is TextPositionSelector => selector.type === 'TextPositionSelector')?.start ?? 0;
