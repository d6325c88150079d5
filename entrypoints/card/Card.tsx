import { Suspense, use, useEffect, useState } from 'react';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { Button } from '../../components/Button.tsx';
import { CorrectionEditor } from '../../components/CorrectionEditor.tsx';
import type { CorrectionChange } from '../../components/correction-store.ts';
import { correctedText } from '../../components/correction-text.ts';
import { DatabaseGate } from '../../components/DatabaseGate.tsx';
import { storeOpenDrafts } from '../../components/draft-saver.ts';
import { AnchorState } from '../../components/drift/AnchorState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { QuoteText } from '../../components/QuoteText.tsx';
import { restore } from '../../components/store.ts';
import { plural, t } from '../../components/t.ts';
import { reportFailure, toasts } from '../../components/toasts.ts';
import { useAnnotation } from '../../components/use-annotations.ts';
import { exactOf } from '../../utils/domain/annotation.ts';
import { correctedWords } from '../../utils/domain/correction.ts';
import type { Result } from '../../utils/domain/error-code.ts';
import { ask } from '../../utils/messaging/ask.ts';
import type { FrameAddress, Response } from '../../utils/messaging/protocol.ts';
import '../../components/entry.css';
import './card.css';

type Traded = Response<'card.context'>;
type AnnotationShown = Extract<Traded, { id: string }>;
type CorrectionShown = Extract<Traded, { draft: unknown }>;
/** `saved`: an alternative was taken in the page, and this is what came of storing it. */
export type Context = AnnotationShown | (CorrectionShown & { saved: Result<CorrectionChange> | null });

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
  return <DatabaseGate>{'draft' in traded ? <Corrector context={traded} /> : <Editor context={traded} />}</DatabaseGate>;
}

/** Corrects a quotation of the page: nothing is kept of it but that. */
function Corrector({ context: { draft, saved, frame } }: { context: Extract<Context, { draft: unknown }> }) {
  const [done, setDone] = useState<CorrectionChange | null>(saved?.ok ? saved.value : null);
  const close = (): void => void ask('card.tell', { frame, height: null });
  const undo = async (change: CorrectionChange): Promise<void> => {
    const undone = await change.undo();
    if (undone.ok) close();
    else reportFailure(undone);
  };
  useFrameHeight(frame);
  useEscape(close);
  return (
    <main className="card-main stack">
      <div className="card-head">
        <h1 className="visually-hidden">{t('correct_title')}</h1>
        <QuoteText text={correctedWords(draft.correction)} lines={2} />
      </div>
      {saved === null || saved.ok ? null : <ErrorNotice code={saved.code} />}
      {done === null ? (
        <CorrectionEditor draft={draft} onDone={setDone} onCancel={close} />
      ) : (
        <Notice title={correctedText(done.now)}>
          <div className="row">
            <Button look="primary" autoFocus onPress={close}>
              {t('common_close')}
            </Button>
            <Button onPress={() => void undo(done)}>{t('common_undo')}</Button>
          </div>
        </Notice>
      )}
    </main>
  );
}

function Editor({ context: { id, focus, frame } }: { context: AnnotationShown }) {
  const annotation = useAnnotation(id);
  // The page's script takes the frame away at once, and a message that was not sent by then never is. What could not be stored stays
  // on screen with the reason.
  const close = async (): Promise<void> => {
    if (await storeOpenDrafts()) await ask('card.tell', { frame, height: null });
  };
  useFrameHeight(frame);
  useEscape(() => void close());
  return (
    <main className="card-main stack">
      <div className="card-head">
        <h1 className="visually-hidden">{t('card_title')}</h1>
        {annotation ? <QuoteText text={exactOf(annotation)} lines={2} /> : null}
      </div>
      {annotation === undefined ? <p className="soft">{t('common_loading')}</p> : null}
      {annotation === null ? <ErrorNotice code="no-such-annotation" /> : null}
      {annotation?.deleted ? <Deleted id={id} close={() => void close()} /> : null}
      {annotation && annotation.deleted === null ? (
        <>
          <AnchorState annotation={annotation} status={null} />
          <AnnotationEditor annotation={annotation} focus={focus} onDone={() => void close()} onRemoved={() => toasts.clear()} />
        </>
      ) : null}
    </main>
  );
}

/** Takes the place of the toast, which would cover the small card. */
function Deleted({ id, close }: { id: string; close: () => void }) {
  return (
    <Notice title={plural('annotation_deleted', 1)}>
      <div className="row">
        <Button look="primary" onPress={() => void restore([id]).then(reportFailure)}>
          {t('common_undo')}
        </Button>
        <Button onPress={close}>{t('common_close')}</Button>
      </div>
    </Notice>
  );
}

/** Tells the page's script how high the card wants to be, whenever that changes. */
function useFrameHeight({ tabId, frameId }: FrameAddress): void {
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      void ask('card.tell', { frame: { tabId, frameId }, height: Math.ceil(document.body.getBoundingClientRect().height) });
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [tabId, frameId]);
}

const OPEN = '[role="combobox"][aria-expanded="true"], [role="menu"]';

/** Escape closes the card, unless something in it (a menu, a list of suggestions) takes the key for itself. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const lifetime = new AbortController();
    const { signal } = lifetime;
    let open = false;
    // Asked before the key is handled: afterwards a list is closed, and the same key would close the card with it.
    const look = (): void => {
      open = document.querySelector(OPEN) !== null;
    };
    document.addEventListener('keydown', look, { capture: true, signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !open && close(), { signal });
    return () => lifetime.abort();
  });
}
