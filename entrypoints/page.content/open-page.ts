import { ask, isAlive, onFrameRequest } from '../../utils/messaging/ask.ts';
import { PageSession } from './page-session.ts';

/** A frame smaller than this (CSS px) holds a counter or a button, no text to read. */
const SMALLEST_FRAME = { width: 80, height: 40 };

/** Works in this frame until `signal` aborts, or the extension is updated or removed; paused by the reader it does nothing but listen. */
export function openPage(signal: AbortSignal): void {
  // SVG, XML feeds (also where the browser shows them as a tree) have no place to draw in and no prose.
  if (!(document.documentElement instanceof HTMLElement) || !(document.createElement('p') instanceof HTMLElement)) return;
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  let session: PageSession | null = null;

  const look = async (): Promise<void> => {
    const opened = await ask('page.open', {});
    if (life.signal.aborted) return;
    if (!opened.ok) {
      if (opened.code === 'extension-updated') life.abort();
      return;
    }
    if (opened.value.paused) {
      session?.close();
      session = null;
      return;
    }
    session ??= new PageSession(opened.value, life.signal);
    session.refresh(opened.value);
  };

  onFrameRequest(
    {
      'frame.view': () => ({ view: session?.view ?? null, url: location.href }),
      'frame.text': () => ({ page: session?.reading?.page ?? null }),
      'frame.refresh': () => {
        void look();
        return {};
      },
      'frame.jump': async ({ target }) => ({ shown: (await session?.jump(target)) ?? false }),
      'frame.command': ({ command }) => {
        void session?.act(command);
        return {};
      },
      'card.resize': ({ height }) => {
        session?.drawing?.resizeCard(height);
        return {};
      },
      'card.close': () => {
        session?.drawing?.closeCard();
        return {};
      },
    },
    life.signal,
  );
  // An extension that was updated or removed says nothing to its old scripts: they look when the reader comes back.
  const leaveIfDead = (): void => {
    if (!isAlive()) life.abort();
  };
  document.addEventListener('visibilitychange', leaveIfDead, { signal: life.signal });
  addEventListener('focus', leaveIfDead, { signal: life.signal });

  whenSeen(() => void look(), life.signal);
}

/** Runs once the page is really open (not prerendered) and the frame has room for text. */
function whenSeen(run: () => void, signal: AbortSignal): void {
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', () => whenSeen(run, signal), { signal, once: true });
  } else if (window !== window.top && (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height)) {
    addEventListener('resize', () => whenSeen(run, signal), { signal, once: true });
  } else run();
}
