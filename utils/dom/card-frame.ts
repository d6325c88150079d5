import type { ErrorCode, Result } from '../domain/error-code.ts';
import { button, element, icon, onTrusted } from './element.ts';
import { type Floating, openFloating } from './floating.ts';
import type { Stage } from './stage.ts';

/** Until the card says how high it wants to be (CSS px). */
const FIRST_HEIGHT = 260;
/** A card that is closed from outside stays, unseen, for as long as it needs to store what was typed last (ms): some messages to the background. */
const STORING_MS = 600;
const CROSS = 'M4 4 12 12M12 4 4 12';

export interface CardFrame {
  readonly isOpen: boolean;
  /** `address` asks for the one-time address of what the card is to show. */
  open(address: () => Promise<Result<string>>, anchor: () => DOMRect | null, returnTo: HTMLElement | null): Promise<void>;
  resize(height: number): void;
  close(): void;
}

/**
 * The editor of an annotation or a correction: a page of our own origin in an iframe inside the closed shadow root. The page can neither read
 * nor script it, and what is typed there never exists in the page.
 */
export function createCardFrame(stage: Stage, message: (key: string) => string, fail: (code: ErrorCode) => void): CardFrame {
  let shown: { floating: Floating; frame: HTMLIFrameElement } | null = null;
  const forget = (): void => {
    shown = null;
  };

  return {
    get isOpen() {
      return shown !== null;
    },
    async open(ask, anchor, returnTo) {
      const address = await ask();
      if (stage.signal.aborted) return;
      if (!address.ok) return fail(address.code);
      shown?.floating.close();
      const frame = element('iframe', { class: 'card-frame', title: message('page_card'), allow: '', src: address.value });
      frame.style.height = `${FIRST_HEIGHT}px`;
      const close = button(
        { class: 'icon-button card-close', 'aria-label': message('common_close') },
        () => {
          // The click took the focus out of the card, on which it stores its drafts; without its frame it could not.
          box.style.visibility = 'hidden';
          setTimeout(() => floating.close(), STORING_MS);
        },
        stage.signal,
      );
      close.append(icon(CROSS));
      // Tab goes round between the card and its close button, not on into a page that is half covered.
      const first = element('span', { tabindex: 0 });
      const last = element('span', { tabindex: 0 });
      onTrusted(first, 'focus', () => frame.focus(), stage.signal);
      onTrusted(last, 'focus', () => close.focus(), stage.signal);
      const box = element('div', { class: 'box card', role: 'dialog', 'aria-label': message('page_card') }, first, close, frame, last);
      const floating = openFloating(stage, box, { anchor, returnTo, sticky: true, onClose: forget });
      shown = { floating, frame };
      frame.addEventListener('load', () => frame.focus(), { once: true, signal: stage.signal });
    },
    resize(height) {
      if (!shown || !Number.isFinite(height)) return;
      shown.frame.style.height = `${Math.max(80, Math.ceil(height))}px`; // the sheet's own rules bound it above
      shown.floating.place();
    },
    close: () => shown?.floating.close(),
  };
}
