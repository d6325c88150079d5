import type { ShownPassage } from './drawing.ts';
import { button } from './element.ts';
import { holderOf, linesOf } from './live-range.ts';
import { closestOf, matchesOf, parentOf, rectOf } from './own-element.ts';
import { type Stage, viewport } from './stage.ts';

/** Signs are made for passages this near the window (CSS px), so that a short scroll shows them at once. */
const NEAR = 300;
/** Size of a sign (WCAG 2.2, 2.5.8: at least 24 × 24). */
const SIGN = 24;
/** A sign in a margin that is narrower than `SIGN` (the words themselves can be clicked there, too). */
const NARROWEST = 6;
/** From this many passages in one block on, the near ones are searched for instead of measuring all. */
const MANY = 40;

const BLOCK =
  'p, li, blockquote, dd, dt, td, th, pre, h1, h2, h3, h4, h5, h6, figure, figcaption, div, section, article, aside, main, body, html';
/** Blocks that are set in from the column they stand in. */
const INDENTED = 'blockquote, li, ul, ol, dd, dl, p, q, figure';

export interface Gutter {
  show(passages: readonly ShownPassage[]): void;
  /** The sign that stands for a passage now; null when it is not near the window. */
  signOf(passage: ShownPassage): HTMLElement | null;
  /** The passages near the window now. */
  readonly near: readonly ShownPassage[];
}

interface Place {
  passages: ShownPassage[];
  /** CSS px in the viewport. */
  x: number;
  y: number;
  width: number;
  colour: string;
}

/**
 * A small sign beside each passage near the window. Which blocks are near is told by an IntersectionObserver, so thousands of
 * passages cost nothing until they come near; signs scroll with the page by themselves.
 */
export function createGutter(
  stage: Stage,
  label: (passages: readonly ShownPassage[]) => string,
  open: (passages: readonly ShownPassage[], sign: HTMLElement, byKeyboard: boolean) => void,
): Gutter {
  let byBlock = new Map<Element, ShownPassage[]>();
  let near: ShownPassage[] = [];
  const nearBlocks = new Set<Element>();
  let signs = new Map<string, { sign: HTMLButtonElement; passages: readonly ShownPassage[] }>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) nearBlocks.add(target);
        else nearBlocks.delete(target);
      }
      stage.moved();
    },
    { rootMargin: `${NEAR}px` },
  );
  stage.signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const signFor = (place: Place): HTMLButtonElement => {
    const { passages } = place;
    const sign = button(
      { class: 'sign', 'data-kind': kindOf(passages) },
      (event) => open(passages, sign, event.detail === 0),
      stage.signal,
    );
    const colour = passages.find((p) => p.kind === 'highlight')?.colour;
    if (colour) sign.dataset.colour = colour;
    if (passages.some((p) => p.kind === 'highlight' && p.status === 'changed')) sign.dataset.changed = '';
    sign.textContent = passages.length > 1 ? String(passages.length) : '';
    sign.setAttribute('aria-label', label(passages));
    return sign;
  };

  const draw = (): void => {
    near = [];
    const places: Place[] = [];
    for (const [block, passages] of byBlock) if (nearBlocks.has(block)) placesIn(block, passages, places, near);
    const { x, y } = stage.origin();
    const next: typeof signs = new Map();
    for (const place of places) {
      const key = place.passages.map(keyOf).join(' ');
      const shown = signs.get(key);
      signs.delete(key);
      // The passages are new objects after each look; a sign that stays keeps its place in the tab order and the focus.
      const sign = shown?.passages.every((p, i) => p === place.passages[i]) ? shown.sign : signFor(place);
      if (shown && sign !== shown.sign) replaceKeepingFocus(shown.sign, sign);
      else if (!shown) stage.layer.append(sign);
      sign.style.left = `${place.x - x}px`;
      sign.style.top = `${place.y - y}px`;
      sign.style.width = `${place.width}px`;
      sign.classList.toggle('tight', place.width < SIGN);
      sign.style.color = place.colour;
      next.set(key, { sign, passages: place.passages });
    }
    for (const { sign } of signs.values()) sign.remove();
    signs = next;
  };
  stage.onMove(draw, stage.signal);
  addEventListener('scroll', () => [...nearBlocks].some((block) => (byBlock.get(block)?.length ?? 0) > MANY) && stage.moved(), {
    signal: stage.signal,
    passive: true,
  });

  return {
    get near() {
      return near;
    },
    signOf: (passage) => [...signs.values()].find((entry) => entry.passages.some((p) => keyOf(p) === keyOf(passage)))?.sign ?? null,
    show(passages) {
      byBlock = groupByBlock(passages);
      for (const block of nearBlocks) if (!byBlock.has(block)) nearBlocks.delete(block);
      observer.disconnect();
      for (const block of byBlock.keys()) observer.observe(block);
      if (passages.length > 0) stage.mount();
      stage.moved();
    },
  };
}

const keyOf = (passage: ShownPassage): string => (passage.kind === 'highlight' ? passage.id : `q${passage.index}`);
const kindOf = (passages: readonly ShownPassage[]): string =>
  passages.every((p) => p.kind === 'highlight') ? 'highlight' : passages.every((p) => p.kind === 'quotation') ? 'quotation' : 'both';

function groupByBlock(passages: readonly ShownPassage[]): Map<Element, ShownPassage[]> {
  const groups = new Map<Element, ShownPassage[]>();
  for (const passage of passages) {
    // A kept quotation is shown by its highlight.
    const holder = holderOf(passage.range);
    const block = holder && closestOf(holder, BLOCK);
    if (!block) continue;
    const group = groups.get(block);
    if (group) group.push(passage);
    else groups.set(block, [passage]);
  }
  return groups;
}

function replaceKeepingFocus(old: HTMLElement, sign: HTMLElement): void {
  const root = old.getRootNode();
  const focused = root instanceof ShadowRoot && root.activeElement === old;
  old.replaceWith(sign);
  if (focused) sign.focus({ preventScroll: true });
}

/** Where the signs of a block's passages go; passages on one line share a sign. */
function placesIn(block: Element, passages: readonly ShownPassage[], places: Place[], near: ShownPassage[]): void {
  const side = sideOf(block);
  if (side === null) return;
  for (let i = passages.length > MANY ? firstNear(passages) : 0; i < passages.length; i++) {
    const passage = passages[i] as ShownPassage; // i < length
    const [line] = linesOf(passage.range);
    if (!line) continue;
    if (line.top > side.bottom + NEAR) break;
    if (line.bottom < side.top - NEAR) continue;
    near.push(passage);
    if (line.bottom < side.top || line.top > side.bottom) continue;
    const y = line.top + (Math.min(line.height, 2 * SIGN) - SIGN) / 2;
    const neighbour = places.find((p) => Math.abs(p.y - y) < SIGN && Math.abs(p.x - side.x) < SIGN);
    if (neighbour) neighbour.passages.push(passage);
    else places.push({ passages: [passage], x: side.x, y, width: side.width, colour: side.colour });
  }
}

/** The first passage that is not above the window, by bisection: passages are in page order. */
function firstNear(passages: readonly ShownPassage[]): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [line] = linesOf((passages[middle] as ShownPassage).range); // low <= middle < high <= length
    if (line && line.bottom < -NEAR) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where signs of a block stand: in the margin where its lines begin, else where they end, else at the window's edge. */
function sideOf(block: Element): { x: number; width: number; colour: string; top: number; bottom: number } | null {
  const style = getComputedStyle(block);
  if (style.visibility !== 'visible') return null;
  let column = block;
  for (let outer = parentOf(column); outer && matchesOf(outer, INDENTED); outer = parentOf(outer)) column = outer;
  const { left, right } = rectOf(column);
  const { clientWidth, clientHeight } = viewport();
  const before = { x: left - SIGN - 2, room: left };
  const behind = { x: right + 2, room: clientWidth - right };
  const [start, end] = style.direction === 'rtl' ? [behind, before] : [before, behind];
  const side = [start, end].find(({ x }) => x >= 0 && x + SIGN <= clientWidth);
  // No room on either side, as on a phone: a sign as narrow as the margin, so that it lies on no words.
  const width = side ? SIGN : Math.min(SIGN, Math.max(NARROWEST, start.room - 1));
  const clip = clipOf(column);
  return {
    x: side ? side.x : start === before ? 0 : clientWidth - width,
    width,
    colour: style.color,
    top: clip?.top ?? -NEAR,
    bottom: clip?.bottom ?? clientHeight + NEAR,
  };
}

/** The part of the window that a scrolling ancestor (not the page itself) shows. */
function clipOf(inner: Element): DOMRect | null {
  for (let box = parentOf(inner); box && box !== document.body && box !== document.documentElement; box = parentOf(box))
    if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) return rectOf(box);
  return null;
}
