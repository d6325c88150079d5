import { browser } from 'wxt/browser';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import type { TabView } from '../utils/messaging/protocol.ts';
import { requestSiteAccess } from '../utils/net/host-access.ts';
import { isPausedOn, withPaused } from '../utils/settings.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { clip } from './Foreign.tsx';
import { Notice } from './Notice.tsx';
import { t } from './t.ts';
import { saveSettings, useSettings } from './use-settings.ts';
import type { ActiveTab } from './use-tab-view.ts';

type PageStateProps = { tab: ActiveTab | null | undefined; view: TabView | null; code: ErrorCode | null; look: () => void };

/** Why a page shows nothing, or not all, and what can be done about it. Nothing when all is well. */
export function PageState({ tab, view, code, look }: PageStateProps) {
  if (tab === null) return <ErrorNotice code="no-page" />;
  const reload = (): void => void (tab && browser.tabs.reload(tab.tabId));
  if (code !== null) {
    return (
      <ErrorNotice code={code}>
        <Button onPress={look}>{t('common_retry')}</Button>
        <Button onPress={reload}>{t('tab_reload')}</Button>
      </ErrorNotice>
    );
  }
  if (view === null) return <Loading reload={reload} />;
  switch (view.state) {
    case 'loading':
      return <Loading reload={reload} />;
    case 'off-limits':
      return (
        <EmptyState title={t('tab_off_limits')}>
          <p className="soft">{t('tab_off_limits_help')}</p>
        </EmptyState>
      );
    case 'no-access':
      return <NoAccess view={view} reload={reload} />;
    case 'paused':
      return <Paused host={view.host} />;
    case 'ready':
      return <Ready view={view} />;
    default:
      return view.state satisfies never;
  }
}

function Loading({ reload }: { reload: () => void }) {
  return (
    <div className="stack" role="status">
      <p className="soft">{t('tab_reading')}</p>
      <p className="soft small late">
        {t('tab_reading_long')} <Button onPress={reload}>{t('tab_reload')}</Button>
      </p>
    </div>
  );
}

function NoAccess({ view, reload }: { view: TabView; reload: () => void }) {
  // Where a host is withheld the browser may not even tell its name: then only all of them can be asked for.
  const unnamed = view.host === '';
  // Asked in the click itself: browsers refuse the request after an `await`.
  const allow = (): void => void requestSiteAccess(view.host).then((granted) => (granted ? reload() : undefined));
  return (
    <Notice title={unnamed ? t('tab_no_access_unnamed') : t('tab_no_access', clip(view.host, 80))}>
      <p>{t('tab_no_access_help')}</p>
      <div className="row">
        <Button look="primary" onPress={allow}>
          {unnamed ? t('tab_allow_all') : t('tab_allow')}
        </Button>
      </div>
    </Notice>
  );
}

function Paused({ host }: { host: string }) {
  const settings = useSettings();
  const everywhere = settings.paused;
  const here = isPausedOn({ ...settings, paused: false }, host);
  return (
    <Notice title={everywhere ? t('tab_paused_everywhere') : t('tab_paused_here', clip(host, 80))}>
      <p>{t('tab_paused_help')}</p>
      <div className="row">
        {everywhere ? (
          <Button look="primary" onPress={() => void saveSettings((now) => ({ ...now, paused: false }))}>
            {t('tab_resume_everywhere')}
          </Button>
        ) : null}
        {here ? (
          <Button look={everywhere ? 'normal' : 'primary'} onPress={() => void saveSettings((now) => withPaused(now, host, false))}>
            {t('tab_resume_here')}
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}

function Ready({ view }: { view: TabView }) {
  if (view.truncated) {
    return (
      <Notice title={t('tab_truncated')}>
        <p>{t('tab_truncated_help')}</p>
      </Notice>
    );
  }
  if (view.quotations.length > 0) return null;
  return (
    <EmptyState title={t('tab_no_quotes')}>
      <p className="soft">{t('tab_no_quotes_help')}</p>
    </EmptyState>
  );
}
