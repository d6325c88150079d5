import { DatabaseGate } from '../DatabaseGate.tsx';
import { t } from '../t.ts';
import { About } from './settings/About.tsx';
import { ColourSettings } from './settings/ColourSettings.tsx';
import { DeleteEverything } from './settings/DeleteEverything.tsx';
import { PausedSites } from './settings/PausedSites.tsx';
import { ReadingSettings } from './settings/ReadingSettings.tsx';
import { Shortcuts } from './settings/Shortcuts.tsx';
import { StorageState } from './settings/StorageState.tsx';
import { TagSettings } from './settings/TagSettings.tsx';

export function SettingsView() {
  return (
    <div className="page-view settings">
      <h1>{t('library_view_settings')}</h1>
      <ReadingSettings />
      <ColourSettings />
      <PausedSites />
      <Shortcuts />
      <DatabaseGate>
        <TagSettings />
        <StorageState />
        <DeleteEverything />
      </DatabaseGate>
      <About />
    </div>
  );
}
