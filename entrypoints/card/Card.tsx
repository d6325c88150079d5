import { Suspense, use, useEffect, useRef } from 'react';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { DatabaseGate } from '../../components/DatabaseGate.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { QuoteText } from '../../components/QuoteText.tsx';
import { t } from '../../components/t.ts';
import { useAnnotation } from '../../components/use-annotations.ts';
import { exactOf } from '../../utils/domain/annotation.ts';
import { tell } from '../../utils/messaging/ask.ts';
import type { FrameAddress, Response } from '../../utils/messaging/protocol.ts';
import '../../components/entry.css';
import './card.css';

type Context = Response<'card.context'>;

/**
 * The editor in the page. Any page may put this document into a frame of its own, so without the token that our own script got
 * it shows nothing that is the reader's and offers nothing to click on.
 */
export function Card({ context }: { context: Promise<Context | null> }) {
  return (
    <Suspense fallback={<p className="gate soft">{t('common_loading')}</p>}>
      <Traded context={context} />
    </Suspense>
  );
}

function Traded({ context }: { context: Promise<Context | null> }) {
  const traded = use(context);
  if (traded === null) {
    return (
      <main className="gate">
        <h1 className="visually-hidden">Saidso</h1>
        <p>{t('card_nothing')}</p>
      </main>
    );
  }
  return (
    <DatabaseGate>
      <Editor context={traded} />
    </DatabaseGate>
  );
}

function Editor({ context: { id, focus, frame } }: { context: Context }) {
  const annotation = useAnnotation(id);
  const close = (): void => void tell(frame.tabId, frame.frameId, 'card.close', {});
  const main = useFrameHeight(frame);
  useEscape(close);
  return (
    <main ref={main} className="card-main stack">
      <div className="card-head">
        <h1 className="visually-hidden">{t('card_title')}</h1>
        {annotation ? <QuoteText text={exactOf(annotation)} lines={2} /> : null}
      </div>
      {annotation === undefined ? <p className="soft">{t('common_loading')}</p> : null}
      {annotation === null || annotation?.deleted ? <ErrorNotice code="no-such-annotation" /> : null}
      {annotation && annotation.deleted === null ? <AnnotationEditor annotation={annotation} focus={focus} onDone={close} /> : null}
    </main>
  );
}

/** Tells the page's script how high the card wants to be, whenever that changes. */
function useFrameHeight({ tabId, frameId }: FrameAddress) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      void tell(tabId, frameId, 'card.resize', { height: Math.ceil(element.getBoundingClientRect().height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [tabId, frameId]);
  return main;
}

/** Escape closes the card, unless something in it (a menu, a list of suggestions) takes the key for itself. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const lifetime = new AbortController();
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && close(), {
      signal: lifetime.signal,
    });
    return () => lifetime.abort();
  });
}
