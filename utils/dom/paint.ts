import type { Colour } from '../domain/annotation.ts';

/**
 * Names in the registry `CSS.highlights`, styled in `marks.css`. The page shares the registry and can read the names: they say
 * neither whose they are nor what a colour means.
 */
export const MARK = {
  quotation: 'qm-0',
  block: 'qm-8',
  yellow: 'qm-1',
  green: 'qm-2',
  blue: 'qm-3',
  pink: 'qm-4',
  purple: 'qm-5',
  /** On top of its colour: the words differ from what was kept. */
  changed: 'qm-6',
  /** Shown for a moment after a jump. */
  flash: 'qm-7',
} as const satisfies Record<Colour | 'quotation' | 'block' | 'changed' | 'flash', string>;
export type MarkName = keyof typeof MARK;

/** What to paint: ranges by mark; marks that are absent are unpainted. */
export type Marks = Partial<Record<MarkName, readonly AbstractRange[]>>;

export interface Painter {
  /** Replaces everything that was painted. */
  paint(marks: Marks): void;
  /** Sets one mark and leaves the others. */
  set(name: MarkName, ranges: readonly AbstractRange[]): void;
  /** The page wrote into a text node: what is painted on words that are others now is unpainted. Cheap where nothing is painted. */
  rewritten(node: Text, before: string): void;
  /** Puts back what the page took out of the registry. Cheap: one look-up a mark. */
  restore(): void;
  /** Which of our marks are painted at a point of the viewport (CSS px); null where the browser cannot say. */
  rangesAt(x: number, y: number): AbstractRange[] | null;
}

/** Above what a page paints as a rule (0), in the order of `MARK`. */
const PRIORITY = 100;

/**
 * Paints with the CSS Custom Highlight API: no node of the page is touched. Give it `StaticRange`s: a live `Range` costs on every
 * edit of the page (396 ms for 600 edits under 10,000 of them). On abort all is unpainted. Does nothing where the API is missing.
 */
export function createPainter(signal: AbortSignal): Painter {
  const registry = typeof CSS === 'undefined' ? undefined : CSS.highlights;
  const painted = new Map<string, Highlight>();
  /** What is painted, or was, by the nodes in which it begins and ends: a page may write into thousands of them at once. */
  let held = new WeakMap<Node, AbstractRange[]>();
  const names = Object.keys(MARK) as MarkName[]; // the keys of a constant

  const unpaint = (name: string): void => {
    // The page may have put its own highlight under our name: that stays.
    if (registry?.get(name) === painted.get(name)) registry?.delete(name);
    painted.delete(name);
  };
  const set = (name: MarkName, ranges: readonly AbstractRange[]): void => {
    if (!registry || signal.aborted) return;
    const key = MARK[name];
    if (ranges.length === 0) {
      unpaint(key);
      return;
    }
    const highlight = new Highlight();
    for (const range of ranges) {
      highlight.add(range);
      for (const node of new Set([range.startContainer, range.endContainer])) {
        const ranges = held.get(node) ?? [];
        ranges.push(range);
        held.set(node, ranges);
      }
    }
    highlight.priority = PRIORITY + names.indexOf(name);
    painted.set(key, highlight);
    registry.set(key, highlight);
  };
  signal.addEventListener('abort', () => [...painted.keys()].forEach(unpaint));

  return {
    set,
    paint(marks) {
      held = new WeakMap();
      for (const name of names) if (name !== 'flash') set(name, marks[name] ?? []);
    },
    rewritten(node, before) {
      for (const range of held.get(node) ?? []) {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        const from = startContainer === node ? startOffset : 0;
        const to = endContainer === node ? endOffset : undefined;
        if (before.slice(from, to) !== node.data.slice(from, to)) for (const highlight of painted.values()) highlight.delete(range);
      }
    },
    restore() {
      for (const [name, highlight] of painted) if (registry?.get(name) !== highlight) registry?.set(name, highlight);
    },
    rangesAt(x, y) {
      if (!registry || !('highlightsFromPoint' in registry)) return null;
      const own = new Set(painted.values());
      // CSS Custom Highlight API, HighlightRegistry.highlightsFromPoint; not in TypeScript's lib yet.
      const found = (registry as HighlightsFromPoint).highlightsFromPoint(x, y);
      return found.flatMap(({ highlight, ranges }) => (own.has(highlight) ? ranges : []));
    },
  };
}

interface HighlightsFromPoint {
  highlightsFromPoint(x: number, y: number): { highlight: Highlight; ranges: AbstractRange[] }[];
}
