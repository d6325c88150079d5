import { requestHostAccess } from '../../utils/net/host-access.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { formatNumber, t, underscored } from '../t.ts';
import type { SourceInput } from './checker.ts';
import type { CheckState } from './use-check.ts';
import type { SourceTab } from './use-source-tab.ts';

type CheckProgressProps = {
  state: CheckState;
  tab: SourceTab | null;
  onCancel: () => void;
  /** Compares with what the tab shows now. */
  onAgain: () => void;
  onOpenTab: (url: string) => void;
  onRun: (input: SourceInput, what: string) => void;
};

/** What is going on, and what went wrong: what happened, what is safe, and what can be done instead. */
export function CheckProgress({ state, tab, onCancel, onAgain, onOpenTab, onRun }: CheckProgressProps) {
  return (
    <div className="stack" aria-live="polite">
      {tab === null ? null : <TabState tab={tab} onAgain={onAgain} />}
      {state.step === 'reading' || state.step === 'comparing' ? <Working state={state} onCancel={onCancel} /> : null}
      {state.step === 'failed' ? <Failed state={state} onOpenTab={onOpenTab} onRun={onRun} /> : null}
    </div>
  );
}

function Working({ state, onCancel }: { state: Extract<CheckState, { step: 'reading' | 'comparing' }>; onCancel: () => void }) {
  const text = state.step === 'reading' ? t('check_reading', state.what) : t('check_comparing');
  const progress = state.step === 'reading' ? state.progress : null;
  return (
    <div className="stack working" role="status">
      <p>{text}</p>
      {progress === null ? (
        <progress aria-label={text} />
      ) : (
        <>
          <progress aria-label={text} value={progress.read} max={progress.all} />
          <p className="small soft">{t('check_pdf_pages', formatNumber(progress.read), formatNumber(progress.all))}</p>
        </>
      )}
      <div>
        <Button onPress={onCancel}>{t('common_cancel')}</Button>
      </div>
    </div>
  );
}

function Failed({
  state,
  onOpenTab,
  onRun,
}: Pick<CheckProgressProps, 'onOpenTab' | 'onRun'> & { state: Extract<CheckState, { step: 'failed' }> }) {
  const { what, problem, status, input } = state;
  const url = input.kind === 'url' ? input.url : null;
  const canOpen = url !== null && problem !== 'not-web' && problem !== 'not-found';
  return (
    <div className="notice notice-error" role="alert">
      <p>
        <strong>{t(`source_${underscored(problem)}`)}</strong>
        {status === null ? '' : ` (${status})`}
      </p>
      <p className="small one-line">
        <bdi>{what}</bdi>
      </p>
      <p>{t(`source_${underscored(problem)}_help`)}</p>
      {url === null ? null : (
        <div className="row">
          {problem === 'no-access' ? (
            <Button look="primary" onPress={() => void requestHostAccess(url).then((granted) => granted && onRun(input, what))}>
              {t('check_allow_site')}
            </Button>
          ) : null}
          {canOpen ? <Button onPress={() => onOpenTab(url)}>{t('check_open_tab')}</Button> : null}
          <Button onPress={() => onRun(input, what)}>{t('common_retry')}</Button>
          {problem === 'not-web' || problem === 'private-address' ? null : (
            <a href={`https://web.archive.org/web/*/${url}`} target="_blank" rel="noopener noreferrer">
              {t('check_wayback')}
            </a>
          )}
        </div>
      )}
    </div>
  );
}

function TabState({ tab, onAgain }: { tab: SourceTab; onAgain: () => void }) {
  return (
    <Notice title={t(`check_tab_${tab.state}`)}>
      <p>{t(`check_tab_${tab.state}_help`)}</p>
      {tab.state === 'gone' ? null : (
        <div className="row">
          <Button onPress={onAgain}>{t('check_tab_again')}</Button>
        </div>
      )}
    </Notice>
  );
}
