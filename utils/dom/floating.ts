import type { Stage } from './stage.ts';

export interface Floating {
  readonly box: HTMLElement;
  place(): void;
  /** Takes it away and gives the focus back to where it came from. */
  close(): void;
}

interface Options {
  /** The viewport rectangle it belongs to, as it is now; null when that is gone: then it stays where it is. */
  anchor: () => DOMRect | null;
  /** Stays when the reader clicks elsewhere; only Escape or its own button closes it. */
  sticky?: boolean;
  /** Takes the focus, for its first control or for itself, and gives it back to `returnTo` (or to what had it). */
  takeFocus?: 'control' | 'box' | null;
  returnTo?: HTMLElement | null;
  onClose?: () => void;
}

/** What is open on a stage, the newest last: Escape closes that first. */
const open = new WeakMap<Stage, Floating[]>();

/** Shows a box near a place of the page until it is closed by Escape, a click elsewhere, or its owner. */
export function openFloating(stage: Stage, box: HTMLElement, { anchor, sticky, takeFocus, returnTo, onClose }: Options): Floating {
  stage.mount();
  const life = new AbortController();
  stage.signal.addEventListener('abort', () => life.abort(), { signal: life.signal });
  const before = document.activeElement;
  const stack = stackOf(stage);

  const place = (): void => {
    const rect = anchor();
    if (rect && box.isConnected) stage.place(box, rect);
  };
  const close = (): void => {
    if (life.signal.aborted) return;
    life.abort();
    const hadFocus = document.activeElement === stage.host;
    box.remove();
    stack.splice(stack.indexOf(floating), 1);
    onClose?.();
    const back = returnTo?.isConnected ? returnTo : before;
    if (hadFocus && back instanceof HTMLElement && back !== document.body) back.focus({ preventScroll: true });
  };
  const floating: Floating = { box, place, close };

  addEventListener(
    'pointerdown',
    (event) => {
      if (!sticky && event.isTrusted && event.target !== stage.host) close();
    },
    { capture: true, signal: life.signal },
  );
  stage.layer.append(box);
  stack.push(floating);
  stage.onMove(place, life.signal);
  place();
  const control = takeFocus === 'control' ? box.querySelector<HTMLElement>('button, a') : null;
  if (takeFocus) (control ?? box).focus({ preventScroll: true });
  return floating;
}

function stackOf(stage: Stage): Floating[] {
  const known = open.get(stage);
  if (known) return known;
  const stack: Floating[] = [];
  open.set(stage, stack);
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
    const top = stack.at(-1);
    if (!top) return;
    // Escape is the page's own key, except where something of ours has the focus.
    if (document.activeElement === stage.host) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    top.close();
  };
  addEventListener('keydown', onKey, { capture: true, signal: stage.signal });
  return stack;
}
