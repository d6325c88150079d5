import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { SourceNotice } from '../../components/check/SourceNotice.tsx';
import { DriftNotice, useChanged } from '../../components/drift/DriftNotice.tsx';
import { PageCorrections } from '../../components/PageCorrections.tsx';
import type { PageActions } from '../../components/page-actions.ts';
import { formatNumber, t } from '../../components/t.ts';
import { usePageAnnotations } from '../../components/use-annotations.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';
import { PageAnnotations } from './PageAnnotations.tsx';
import { PageQuotes } from './PageQuotes.tsx';
import { RecentAnnotations } from './RecentAnnotations.tsx';

export type Part = 'quotes' | 'mine' | 'recent';

type DashboardProps = {
  view: TabView | null;
  actions: PageActions;
  /** null: the first part that has something to show. */
  chosen: Part | null;
  onChoose: (part: Part) => void;
};

/** This page's quotes, the reader's annotations on it, and the last ones elsewhere, each with its count. */
export function Dashboard({ view, actions, chosen, onChoose }: DashboardProps) {
  const ids = useMemo(() => (view?.highlights ?? []).map(({ id }) => id), [view?.highlights]);
  const annotations = usePageAnnotations(view?.url ?? '', ids);
  const changed = useChanged(view, annotations);
  if (annotations === undefined) return <p className="soft">{t('common_loading')}</p>;
  const quotes = view?.quotations.length ?? 0;
  const first: Part = quotes > 0 ? 'quotes' : annotations.length > 0 ? 'mine' : 'recent';
  return (
    <>
      <DriftNotice count={changed?.size ?? 0} onShow={chosen === 'mine' ? null : () => onChoose('mine')} />
      {view ? <SourceNotice url={view.url} tabId={actions.tabId} /> : null}
      <Tabs
        className="tabs"
        selectedKey={chosen ?? first}
        onSelectionChange={(key) => onChoose(PARTS.find((part) => part === key) ?? first)}
      >
        <TabList className="tab-list" aria-label={t('popup_tabs')}>
          <PartTab id="quotes" name={t('popup_tab_quotes')} count={quotes} />
          <PartTab id="mine" name={t('popup_tab_mine')} count={annotations.length} />
          <PartTab id="recent" name={t('popup_tab_recent')} count={null} />
        </TabList>
        <TabPanel id="quotes" className="tab-panel">
          {view ? <PageCorrections view={view} /> : null}
          <PageQuotes view={view} annotations={annotations} actions={actions} />
        </TabPanel>
        <TabPanel id="mine" className="tab-panel">
          <PageAnnotations view={view} annotations={annotations} actions={actions} />
        </TabPanel>
        <TabPanel id="recent" className="tab-panel">
          <RecentAnnotations exceptUrl={view?.url ?? ''} />
        </TabPanel>
      </Tabs>
    </>
  );
}

const PARTS: readonly Part[] = ['quotes', 'mine', 'recent'];

function PartTab({ id, name, count }: { id: Part; name: string; count: number | null }) {
  return (
    <Tab id={id} className="tab">
      {name}
      {count === null ? null : <span className="count">{formatNumber(count)}</span>}
    </Tab>
  );
}
