import type { AnchorStatus } from '../utils/domain/anchor.ts';
import type { Annotation } from '../utils/domain/annotation.ts';
import type { ShownQuotation, TabView } from '../utils/messaging/protocol.ts';

/** One row of a page: a quotation, an annotation, or a quotation that is kept as an annotation. */
export type PageEntry = {
  key: string;
  frameId: number;
  /** UTF-16 offset in the text of its frame. */
  start: number;
  shown: ShownQuotation | null;
  annotation: Annotation | null;
  status: AnchorStatus | null;
};

/** An annotation without a place in the page, and the frame that looked for it. */
export type Orphan = { annotation: Annotation; frameId: number };

/**
 * What a page shows, in page order (frame by frame), and the annotations of the page that have no place in it now.
 * `annotations` are the kept ones of the page's URL; one that the page has not looked for yet is in neither list.
 */
export function pageEntries(view: TabView, annotations: Annotation[]): { entries: PageEntry[]; orphans: Orphan[] } {
  const kept = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const placed = new Set<string>();
  const entries: PageEntry[] = [];
  for (const shown of view.quotations) {
    const annotation = shown.keptAs === null ? null : (kept.get(shown.keptAs) ?? null);
    if (annotation) placed.add(annotation.id);
    const status = annotation ? (view.highlights.find((h) => h.id === annotation.id)?.status ?? null) : null;
    entries.push({ key: quotationKey(shown), frameId: shown.frameId, start: shown.quotation.start, shown, annotation, status });
  }
  for (const { id, frameId, span, status } of view.highlights) {
    const annotation = kept.get(id);
    if (!annotation || !span || placed.has(id)) continue;
    placed.add(id);
    entries.push({ key: id, frameId, start: span.start, shown: null, annotation, status });
  }
  entries.sort((a, b) => a.frameId - b.frameId || a.start - b.start);
  const lost = new Map(view.highlights.filter((h) => h.span === null).map((h) => [h.id, h.frameId]));
  const orphans = annotations.flatMap((annotation): Orphan[] => {
    const frameId = lost.get(annotation.id);
    return frameId === undefined || placed.has(annotation.id) ? [] : [{ annotation, frameId }];
  });
  return { entries, orphans };
}

export const quotationKey = (shown: ShownQuotation): string => `${shown.frameId}/${shown.index}`;

export type SourceGroup = { name: string | null; url: string | null; shown: ShownQuotation[] };

/** Quotations by the name of their source, in the order of first appearance; those without a source last. */
export function bySource(quotations: ShownQuotation[]): SourceGroup[] {
  const groups = new Map<string | null, SourceGroup>();
  for (const shown of quotations) {
    const source = shown.quotation.source;
    const name = source?.name ?? null;
    const group = groups.get(name) ?? { name, url: null, shown: [] };
    group.url ??= source?.url ?? null;
    group.shown.push(shown);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null));
}
