import type { PageText, TextSpan } from '../../domain/page-text.ts';
import type { SpeechQuery } from './attribute-speech.ts';
import type { Previous } from './features.ts';
import { type Lexicon, lexiconFor } from './lexicon.ts';
import { fullest, type NameIndex, namesOf, nameWords } from './names.ts';
import { type PageWords, pageWords } from './page-words.ts';
import type { Resolution } from './resolution.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Mask } from './tokens.ts';

/** A scene with what was decided in it so far. */
export interface Frame {
  scene: Scene;
  previous: Previous | null;
  speaking: Resolution | null;
  /** Token of who spoke last. */
  speakingAt: number;
}

/** A page read once for all its quotations. */
export interface Frames {
  page: PageText;
  lexicon: Lexicon;
  words: PageWords;
  /** Those that stand in no other, in text order. */
  masks: Mask[];
  main: Frame;
  /** Outer query → the scene of its own words. */
  inner: Map<number, Frame>;
  names: NameIndex;
  /** Who wrote the page, by its metadata: "I". */
  author: string | null;
  /** Ids of rules that are switched off. */
  without: ReadonlySet<string>;
}

/** A quotation in a quotation in a quotation: what lies deeper is not looked at again, so that nesting cannot cost more than three readings. */
const MAX_DEPTH = 3;

export function framesOf(
  page: PageText,
  queries: readonly SpeechQuery[],
  without: ReadonlySet<string>,
  author: string | null = null,
): Frames {
  const lexicon = lexiconFor(page.language, page.text);
  const words = pageWords(page.text, lexicon);
  const outermost: Mask[] = [];
  const nested = new Map<number, Mask[]>();
  const depths: number[] = [];
  queries.forEach(({ start, end, within }, query) => {
    const outer = within === null ? undefined : queries[within];
    const depth = within === null || outer === undefined ? 0 : (depths[within] ?? 0) + 1;
    depths.push(depth);
    if (end <= start || depth > MAX_DEPTH) return;
    if (within === null || outer === undefined) outermost.push({ start, end, query });
    else nested.set(within, [...(nested.get(within) ?? []), { start, end, query }]);
  });
  const masks = disjoint(outermost);
  const main = frame(sceneOf(page.text, 0, page.text.length, masks, lexicon, words));
  const inner = new Map<number, Frame>();
  for (const [outer, list] of nested) {
    const query = queries[outer];
    if (query !== undefined) inner.set(outer, frame(sceneOf(page.text, query.start, query.end, disjoint(list), lexicon, words)));
  }
  const scenes = [main, ...inner.values()].map((f) => f.scene);
  const names = namesOf(page, scenes, masks, lexicon);
  return { page, lexicon, words, masks, main, inner, names, author: pageVoice(page, names, lexicon) ?? author, without };
}

export const frame = (scene: Scene): Frame => ({ scene, previous: null, speaking: null, speakingAt: 0 });

/** In order; of two that cross, the first. */
function disjoint(masks: Mask[]): Mask[] {
  const sorted = [...masks].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mask[] = [];
  for (const mask of sorted) if (mask.start >= (kept.at(-1)?.end ?? 0)) kept.push(mask);
  return kept;
}

/** Longer lead-ins are read from their end. */
const MAX_LEAD_IN = 600;

/** The lead-in and its quotation as one sentence, whatever stands between them on the page. */
export function leadInScene({ page, lexicon, words, masks }: Frames, leadIn: TextSpan, query: number, end: number): Scene {
  const from = Math.max(leadIn.start, leadIn.end - MAX_LEAD_IN);
  const own = masksBetween(masks, from, leadIn.end);
  const to = Math.max(end, leadIn.end);
  return sceneOf(page.text, from, to, [...own, { start: leadIn.end, end: to, query }], lexicon, words);
}

function masksBetween(masks: readonly Mask[], from: number, to: number): Mask[] {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((masks[mid]?.start ?? 0) < from) low = mid + 1;
    else high = mid;
  }
  const found: Mask[] = [];
  for (let mask = masks[low]; mask !== undefined && mask.end <= to; mask = masks[++low]) found.push(mask);
  return found;
}

/** "Remarks by President X", "Rede von Y": the page is that person's words. */
const SPEECH_TITLE =
  /\b(?:remarks|speech|address|statement|testimony|keynote|rede|ansprache|erklärung|discours|allocution|discurso|palabras)\b.*?\b(?:by|of|von|de|del|du)\s+(.{3,80})/iu;

/** Who says "I" on a page: whose speech it is by its title, else its author by the metadata. */
function pageVoice(page: PageText, names: NameIndex, lexicon: Lexicon): string | null {
  const titled = SPEECH_TITLE.exec(page.title)?.[1];
  if (titled !== undefined) {
    const words = nameWords(titled);
    for (let i = 0; i < words.length; i++) {
      if (lexicon.cues.titles[words[i - 1] ?? ''] !== undefined) {
        const surname = fullest(names, words.slice(i, i + 1), null);
        if (surname?.person) return surname.name;
      }
      const full =
        fullest(names, words.slice(i, i + 2), null) ?? (names.byLast.get(words[i + 1] ?? '') ?? []).find((n) => n.words[0] === words[i]);
      if (full?.person) return full.name;
    }
  }
  const titleBy =
    /\b(?:by|von|par|por) (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})$/u.exec(`${page.title}`) ??
    /\b(?:by|von|par|por) (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2})$/u.exec(page.metadata.siteName ?? '');
  const name = page.metadata.authors.find((a) => /^\p{Lu}[\p{L}.’'-]+(?: [\p{L}.’'-]+){1,3}$/u.test(a));
  return (
    name ??
    titleBy?.[1] ??
    /"author"\s*:\s*[[{]+[^[\]{}]*"name"\s*:\s*"([^"\\]{3,60})"/.exec(page.metadata.jsonLd.join('\n').slice(0, 200_000))?.[1] ??
    null
  );
}
