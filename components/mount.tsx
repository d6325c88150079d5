import { Component, type ReactNode, StrictMode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { databaseErrorCode } from '../utils/db/database.ts';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Toast } from './Toast.tsx';
import { type MessageKey, t, uiDirection, uiLanguage } from './t.ts';
import { undoLast } from './undo.ts';
import { useTheme } from './use-theme.ts';
import './theme.css';
import './controls.css';

/** Renders a surface into `#root`, in the reader's language, direction and theme. */
export function mount(title: MessageKey, surface: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  document.title = t(title);
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = uiDirection();
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale={uiLanguage()}>
        <Surface>{surface}</Surface>
      </I18nProvider>
    </StrictMode>,
  );
}

function Surface({ children }: { children: ReactNode }) {
  useTheme();
  useEffect(() => {
    const lifetime = new AbortController();
    document.addEventListener('keydown', undoOnKey, { signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
  return (
    <>
      <Boundary>{children}</Boundary>
      <Toast />
    </>
  );
}

/** Ctrl+Z (Cmd+Z) outside of text fields, which have an undo of their own. */
function undoOnKey(event: KeyboardEvent): void {
  const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
  if (wanted && !typing && undoLast()) event.preventDefault();
}

/** A bug in one surface shows a message instead of a blank page. The error itself is reported to the console by React. */
class Boundary extends Component<{ children: ReactNode }, { code: ErrorCode | null }> {
  override state: { code: ErrorCode | null } = { code: null };

  static getDerivedStateFromError(error: unknown): { code: ErrorCode } {
    return { code: databaseErrorCode(error) ?? 'unexpected' };
  }

  override render(): ReactNode {
    if (this.state.code === null) return this.props.children;
    return (
      <main className="gate">
        <h1>{document.title}</h1>
        <ErrorNotice code={this.state.code} />
      </main>
    );
  }
}
