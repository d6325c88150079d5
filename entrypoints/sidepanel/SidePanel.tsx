import { TextSearch } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { IconButton } from '../../components/Button.tsx';
import { queueQuotations } from '../../components/check/queue-quotes.ts';
import { SourceNotice } from '../../components/check/SourceNotice.tsx';
import { DatabaseGate } from '../../components/DatabaseGate.tsx';
import { DriftNotice, useChanged } from '../../components/drift/DriftNotice.tsx';
import { ExportMenu } from '../../components/ExportMenu.tsx';
import { Foreign } from '../../components/Foreign.tsx';
import { PageCorrections } from '../../components/PageCorrections.tsx';
import { PageState } from '../../components/PageState.tsx';
import { type PageActions, pageActions } from '../../components/page-actions.ts';
import { pageEntries } from '../../components/page-entries.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { t } from '../../components/t.ts';
import { usePageAnnotations } from '../../components/use-annotations.ts';
import { useActiveTab, useTabView } from '../../components/use-tab-view.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';
import { type Filter, filterEntries, PageList } from './PageList.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import '../../components/entry.css';
import '../../components/surface.css';
import './sidepanel.css';

/** Work while reading: the page's quotes and annotations in page order, edited in place. Follows the tab. */
export function SidePanel() {
  const tab = useActiveTab();
  const { view, code, look } = useTabView(tab?.tabId ?? null);
  const actions = useMemo(() => pageActions(tab?.tabId ?? -1), [tab?.tabId]);
  return (
    <>
      <PanelHeader view={view} />
      <main className="surface-main">
        <PageState tab={tab} view={view} code={code} look={look} />
        {view ? <PageCorrections key={view.url} view={view} /> : null}
        <DatabaseGate>
          {view ? (
            <>
              <SourceNotice url={view.url} tabId={actions.tabId} />
              <Page key={view.url} view={view} actions={actions} />
            </>
          ) : null}
        </DatabaseGate>
      </main>
    </>
  );
}

function Page({ view, actions }: { view: TabView; actions: PageActions }) {
  const annotations = usePageAnnotations(
    view.url,
    view.highlights.map(({ id }) => id),
  );
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const page = useMemo(() => (annotations === undefined ? null : pageEntries(view, annotations)), [view, annotations]);
  const changed = useChanged(view, annotations);
  const hasChanged = view.highlights.some(({ status }) => status === 'changed');
  if (page === null || annotations === undefined) return <p className="soft">{t('common_loading')}</p>;
  if (page.entries.length === 0 && annotations.length === 0) return null;
  return (
    <>
      <DriftNotice count={changed?.size ?? 0} onShow={filter === 'drift' ? null : () => setFilter('drift')} />
      <div className="panel-tools">
        <ToggleButtonGroup
          className="segments"
          aria-label={t('panel_filter')}
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => setFilter(FILTERS.find((candidate) => keys.has(candidate)) ?? 'all')}
        >
          {FILTERS.filter((candidate) => candidate !== 'drift' || hasChanged || filter === 'drift').map((candidate) => (
            <ToggleButton key={candidate} id={candidate} className="segment">
              {t(`panel_filter_${candidate}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {view.quotations.length > 0 ? (
          <IconButton
            icon={TextSearch}
            label={t('check_all_here')}
            onPress={() => void queueQuotations(view.quotations, { url: view.url, title: view.title })}
          />
        ) : null}
        <ExportMenu annotations={annotations} name={view.title || view.host} />
      </div>
      <SearchField label={t('panel_search')} value={typed} onChange={setTyped} />
      <PageList {...filterEntries(page, annotations, filter, search)} filtered={filter !== 'all' || search !== ''} actions={actions} />
      <p className="soft small">
        <Foreign max={160}>{view.title}</Foreign>
      </p>
    </>
  );
}

const FILTERS = ['all', 'quotes', 'mine', 'drift'] as const satisfies readonly Filter[];
