import { Library } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { openLibrary } from '../../components/open-surface.ts';
import { PauseMenu } from '../../components/PauseMenu.tsx';
import { plural, t } from '../../components/t.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';

export function PanelHeader({ view }: { view: TabView | null }) {
  return (
    <header className="surface-head">
      <h1 className="grow one-line">{view?.state === 'ready' ? plural('common_quotes', view.quotations.length) : 'Saidso'}</h1>
      <PauseMenu host={view?.state === 'off-limits' ? '' : (view?.host ?? '')} />
      <IconButton icon={Library} label={t('popup_open_library')} onPress={() => openLibrary()} />
    </header>
  );
}
