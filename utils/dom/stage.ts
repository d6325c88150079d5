import { element } from './element.ts';

/** The page may take our element out; we put it back this often (and after that only when there is something new to draw). */
const RETURNS = 5;
/** Below this width (CSS px) what floats becomes a sheet at the lower edge. */
export const NARROW = 480;
const EDGE = 8;

/** Our one element in the page, its closed shadow root, and the layer in it whose children are placed in the page's coordinates. */
export interface Stage {
  readonly host: HTMLElement;
  readonly layer: HTMLElement;
  readonly signal: AbortSignal;
  /** Puts the host into the page, at the first need. */
  mount(): void;
  /** Calls back, once a frame at most, when what was placed may have to be placed anew; until `signal` aborts. */
  onMove(callback: () => void, signal: AbortSignal): void;
  /** Something moved. */
  moved(): void;
  /** Puts `box` beside `anchor` (viewport, CSS px): below it, or above where there is no room; in narrow windows as a sheet. */
  place(box: HTMLElement, anchor: DOMRect): void;
  /** Where the layer's origin lies in the viewport. */
  origin(): { x: number; y: number };
  announce(text: string): void;
}

export function createStage(css: string, direction: string, signal: AbortSignal): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const layer = element('div', { class: 'layer', dir: direction });
  const live = element('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  root.append(element('style', {}, css), layer, live);

  const callbacks = new Set<() => void>();
  let frame = 0;
  let returns = 0;
  const moved = (): void => {
    if (frame !== 0 || signal.aborted || !host.isConnected) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      for (const callback of callbacks) callback();
    });
  };
  const watchMoves = (): void => {
    // What lies in the document moves with it; what scrolls inside it does not.
    addEventListener('scroll', (event) => event.target !== document && moved(), { signal, capture: true, passive: true });
    addEventListener('resize', moved, { signal, passive: true });
    addEventListener('load', moved, { signal, capture: true, passive: true });
    document.fonts?.addEventListener('loadingdone', moved, { signal });
    const sizes = new ResizeObserver(moved);
    for (const sized of [document.documentElement, document.body]) if (sized) sizes.observe(sized);
    signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
  };
  signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      host.remove();
    },
    { once: true },
  );

  let watching = false;
  const mount = (): void => {
    if (signal.aborted || host.isConnected) return;
    if (watching && ++returns > RETURNS) return;
    document.documentElement.append(host);
    if (!watching) watchMoves();
    watching = true;
  };
  const origin = (): { x: number; y: number } => {
    const { left, top } = layer.getBoundingClientRect();
    return { x: left, y: top };
  };

  return {
    host,
    layer,
    signal,
    mount,
    moved,
    origin,
    onMove(callback, until) {
      callbacks.add(callback);
      until.addEventListener('abort', () => callbacks.delete(callback), { once: true });
    },
    place(box, anchor) {
      const { clientWidth, clientHeight } = viewport();
      box.classList.toggle('sheet', clientWidth < NARROW);
      if (clientWidth < NARROW) {
        box.style.left = box.style.top = '';
        return;
      }
      const { width, height } = box.getBoundingClientRect();
      const below = anchor.bottom + EDGE;
      const above = anchor.top - height - EDGE;
      const top = below + height <= clientHeight - EDGE || above < EDGE ? below : above;
      const at = origin();
      box.style.left = `${clamp(anchor.left, EDGE, clientWidth - width - EDGE) - at.x}px`;
      box.style.top = `${clamp(top, EDGE, clientHeight - height - EDGE) - at.y}px`;
    },
    announce(text) {
      // A screen reader says the same words twice only when they were away meanwhile.
      live.textContent = '';
      setTimeout(() => {
        live.textContent = text;
      }, 50);
    },
  };
}

/** The part of the window that the page is seen in, without scroll bars. */
export function viewport(): { clientWidth: number; clientHeight: number } {
  const { clientWidth } = document.documentElement;
  return { clientWidth: clientWidth || innerWidth, clientHeight: innerHeight };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)));
