import { matchesOf } from './own-element.ts';

/** A pointer that rests this long on a quote asks whose it is (ms): reading with the mouse does not rest as long. */
const REST_MS = 650;
/** Time to get from the quote to what was shown about it (ms). */
const LEAVE_MS = 350;
/** Moves within this distance are a hand at rest (CSS px). */
const TREMBLE = 4;

const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, option, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [contenteditable]';

interface PointerWatch {
  /** A click on the page's words, not on something that has its own use. True when it was of use to us. */
  onClick(x: number, y: number): void;
  /** The mouse rests on the page's words. */
  onRest(x: number, y: number): void;
  /** The mouse has left what it rested on, and everything of ours, for a while. */
  onLeave(): void;
}

/** Tells of what a real mouse or finger does on the page; of nothing that happens on `host`. */
export function watchPointer({ onClick, onRest, onLeave }: PointerWatch, host: Element, signal: AbortSignal): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  let restedAt: { x: number; y: number } | null = null;

  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType !== 'mouse') return;
    clearTimeout(rest);
    if (event.target === host) {
      clearTimeout(leave);
      return;
    }
    const { clientX: x, clientY: y } = event;
    if (event.buttons !== 0) return;
    if (restedAt && Math.hypot(x - restedAt.x, y - restedAt.y) > TREMBLE) {
      restedAt = null;
      leave = setTimeout(onLeave, LEAVE_MS);
    }
    rest = setTimeout(() => {
      clearTimeout(leave);
      restedAt = { x, y };
      onRest(x, y);
    }, REST_MS);
  };
  const onPress = (event: MouseEvent): void => {
    const plain = event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!event.isTrusted || !plain || event.target === host || event.detail > 1) return;
    if (event.composedPath().some((target) => target instanceof Element && matchesOf(target, INTERACTIVE))) return;
    // Later: the page's own handlers come first, and a click that they use is theirs.
    setTimeout(() => {
      if (!event.defaultPrevented && !signal.aborted && document.getSelection()?.type !== 'Range') onClick(event.clientX, event.clientY);
    });
  };
  addEventListener('pointermove', onMove, { signal, capture: true, passive: true });
  addEventListener('click', onPress, { signal, capture: true, passive: true });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(rest);
      clearTimeout(leave);
    },
    { once: true },
  );
}
