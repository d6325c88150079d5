import { Library, PanelRight } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { Foreign } from '../../components/Foreign.tsx';
import { openLibrary, openPanel } from '../../components/open-surface.ts';
import { PauseMenu } from '../../components/PauseMenu.tsx';
import { t } from '../../components/t.ts';
import type { ActiveTab } from '../../components/use-tab-view.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';

type PopupHeaderProps = { view: TabView | null; tab: ActiveTab | null | undefined };

export function PopupHeader({ view, tab }: PopupHeaderProps) {
  return (
    <header className="surface-head">
      <img src="/icon/32.png" alt="" width={24} height={24} />
      <div className="grow">
        <h1>Saidso</h1>
        {view?.host && view.state !== 'off-limits' ? (
          <p className="small soft one-line">
            <Foreign max={80}>{view.host}</Foreign>
          </p>
        ) : null}
      </div>
      <PauseMenu host={view?.state === 'off-limits' ? '' : (view?.host ?? '')} />
      {tab ? <IconButton icon={PanelRight} label={t('popup_open_panel')} onPress={() => openPanel(tab.windowId)} /> : null}
      <IconButton icon={Library} label={t('popup_open_library')} onPress={() => openLibrary()} />
    </header>
  );
}
