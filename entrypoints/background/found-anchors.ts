import { foundPlaces } from '../../utils/anchor/found-places.ts';
import { createPageIndex, type PageIndex } from '../../utils/anchor/page-index.ts';
import { resolveAll } from '../../utils/anchor/resolve.ts';
import { anchors, type Found } from '../../utils/db/anchors.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import type { AnchoredHighlight, FoundPlace } from '../../utils/domain/anchor.ts';
import { type Annotation, keptSince } from '../../utils/domain/annotation.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import { wordsDiffering } from '../../utils/domain/wording.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';

/** An annotation and where it is. */
type Anchored = Omit<Found, 'places'>;

/** Passages of one view whose places are described anew; more wait for the next. One takes four times as long as finding it (610 on 481,000 characters). */
const MAX_DESCRIBED = 50;

/** The places of a page's annotations, and the index they were found with. Without a database there are none: quotations are shown all the same, and extension pages say why. */
export async function anchorsOf(page: PageText, keys: string[]): Promise<{ index: PageIndex; found: Anchored[] }> {
  const index = createPageIndex(page);
  if (!(await openDatabase()).ok) return { index, found: [] };
  const list = await annotations.forPage(keys);
  if (list.length === 0) return { index, found: [] };
  const resolved = resolveAll(
    index,
    list.map(({ target }) => target.selector),
  );
  const found = list.flatMap((annotation, i) => {
    const anchor = resolved[i];
    return anchor === undefined ? [] : [{ annotation, anchor }];
  });
  return { index, found };
}

/**
 * A page and a frame without a URL of its own share their annotations: what one of them shows is not an orphan for missing in the other.
 * Nor is what the page showed earlier in this visit: lists take out what is scrolled away, and the next visit tells.
 */
export async function recordAnchors(index: PageIndex, found: Anchored[], { tabId, frameId }: AskingFrame, url: string): Promise<void> {
  const frames = Object.entries((await frameRegistry.tab(tabId))?.frames ?? {});
  const elsewhere = new Set(frames.flatMap(([id, other]) => (Number(id) === frameId ? [] : other.anchored)));
  const before = new Set(frames.flatMap(([id, own]) => (Number(id) === frameId ? own.found : [])));
  const isElsewhere = (annotation: Annotation): boolean => elsewhere.has(annotation.id) || before.has(wordingKey(annotation));
  const news = found.filter(({ annotation, anchor }) => anchor.status !== 'orphaned' || !isElsewhere(annotation));
  await anchors.record(await withPlaces(index, news), url, new Date().toISOString());
}

/** What the reader can be shown of each. */
async function withPlaces(index: PageIndex, found: Anchored[]): Promise<Found[]> {
  const adrift = found.filter(({ anchor }) => anchor.status === 'changed' || anchor.candidates !== undefined);
  if (adrift.length === 0) return found.map((one) => ({ ...one, places: [] }));
  const known = await anchors.forAnnotations(adrift.map(({ annotation }) => annotation.id));
  let described = 0;
  const places = new Map<string, FoundPlace[]>();
  for (const { annotation, anchor } of adrift) {
    const before = known.get(annotation.id)?.places ?? [];
    const now = foundPlaces(index, annotation.target.selector, anchor, before, described >= MAX_DESCRIBED);
    if (now.some((place) => !before.includes(place))) described++;
    places.set(annotation.id, now);
  }
  return found.map((one) => ({ ...one, places: places.get(one.annotation.id) ?? [] }));
}

/** The wordings that have had a place in this document since it was opened. Without its id a document cannot be told from the same one loaded anew. */
export function foundSoFar(placed: Annotation[], { documentId }: AskingFrame, last: FrameRecord | null, keys: string[]): string[] {
  const goesOn = documentId !== null && last?.documentId === documentId && last.keys.some((key) => keys.includes(key));
  return [...new Set([...(goesOn ? last.found : []), ...placed.map(wordingKey)])];
}

/** Another wording of an annotation is looked for anew. */
const wordingKey = ({ id, target }: Annotation): string => `${id}/${target.history?.length ?? 0}`;

export const highlightOf = ({ annotation, anchor: { status, span, changes } }: Anchored): AnchoredHighlight => ({
  id: annotation.id,
  colour: annotation.target.styleClass,
  status,
  span,
  ...(status === 'changed' ? { differs: { words: wordsDiffering(changes), kept: keptSince(annotation) } } : {}),
});
