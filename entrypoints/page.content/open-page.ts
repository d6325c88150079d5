import { ask, isAlive, onFrameRequest } from '../../utils/messaging/ask.ts';
import { again } from './again.ts';
import { PageSession } from './page-session.ts';

/** A frame smaller than this (CSS px) holds a counter or a button, no text to read. */
const SMALLEST_FRAME = { width: 80, height: 40 };

declare global {
  // In the isolated world, which outlives no version of the extension: whether a script of ours is at work in this frame.
  var saidsoIsHere: (() => boolean) | undefined;
}

/**
 * Works in this frame until the extension is updated or removed; paused by the reader it does nothing but listen. Brought in where it is at
 * work already (by `wake`) it leaves what is there as it is.
 */
export function openPage(): void {
  // SVG, XML feeds (also where the browser shows them as a tree) have no place to draw in and no prose.
  if (!(document.documentElement instanceof HTMLElement) || !(document.createElement('p') instanceof HTMLElement)) return;
  // An own property: an element of the page with this id, or a frame of this name, is none.
  if (Object.hasOwn(globalThis, 'saidsoIsHere') && globalThis.saidsoIsHere?.()) return;
  const life = new AbortController();
  const { signal } = life;
  globalThis.saidsoIsHere = () => !signal.aborted && isAlive();
  let session: PageSession | null = null;
  let unanswered = false;

  const look = async (): Promise<void> => {
    const opened = await ask('page.open', {});
    if (signal.aborted) return;
    unanswered = !opened.ok;
    if (!opened.ok) {
      if (opened.code === 'extension-updated') life.abort();
      else retry.later();
      return;
    }
    retry.reset();
    if (opened.value.paused) {
      session?.close();
      session = null;
      return;
    }
    session ??= new PageSession(opened.value, signal);
    session.refresh(opened.value);
  };
  const retry = again(() => void look(), signal);

  onFrameRequest(
    {
      'frame.view': async () => ({ view: (await session?.shown()) ?? null, url: location.href }),
      'frame.text': () => ({ page: session?.reading?.page ?? null }),
      'frame.refresh': () => {
        void look();
        return {};
      },
      'frame.jump': async ({ target }) => ({ shown: (await session?.jump(target)) ?? false }),
      'frame.address': async (words) => ({ address: (await session?.addressOf(words)) ?? null }),
      'frame.command': async ({ command, focused, attach }) => ({ acted: (await session?.act(command, focused, attach)) ?? false }),
      'card.resize': ({ height }) => {
        session?.drawing?.resizeCard(height);
        return {};
      },
      'card.close': () => {
        session?.drawing?.closeCard();
        return {};
      },
    },
    signal,
  );
  // An extension that was updated or removed says nothing to its old scripts: they look when the reader comes back.
  const onReturn = (): void => {
    if (!isAlive()) life.abort();
    else if (unanswered) void look();
  };
  document.addEventListener('visibilitychange', onReturn, { signal });
  addEventListener('focus', onReturn, { signal });

  whenSeen(() => void look(), signal);
}

/** Runs once the page is really open (not prerendered) and the frame has room for text. */
function whenSeen(run: () => void, signal: AbortSignal): void {
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', () => whenSeen(run, signal), { signal, once: true });
  } else if (window === window.top) run();
  else whenLarge(run, signal);
}

/** A frame of another process may have no size yet, and while it is out of sight it hears of none: it looks again by itself, too. */
function whenLarge(run: () => void, signal: AbortSignal): void {
  let isLarge = false;
  const check = (): void => {
    if (isLarge) return;
    isLarge = innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
    if (isLarge) run();
    else retry.later();
  };
  const retry = again(check, signal);
  addEventListener('resize', check, { signal });
  check();
}
