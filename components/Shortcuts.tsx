import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { browser } from 'wxt/browser';
import { t } from './t.ts';

const NAMES = { highlight: 'shortcut_highlight', note: 'shortcut_note', claim: 'shortcut_claim' } as const;

/** The keys for a selection, as the reader has set them, and the way to set them. */
export function Shortcuts() {
  const [keys, setKeys] = useState<Map<string, string>>(new Map());
  useEffect(() => {
    void browser.commands.getAll().then((all) => setKeys(new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))));
  }, []);
  const set = Object.entries(NAMES).filter(([name]) => keys.get(name));
  return (
    <p className="shortcuts small soft">
      <span>{set.length === 0 ? t('shortcut_none') : t('shortcut_intro')}</span>
      {set.map(([name, label]) => (
        <span key={name} className="shortcut">
          <kbd>{keys.get(name)}</kbd> {t(label)}
        </span>
      ))}
      <Button className="text-button" onPress={openShortcutSettings}>
        {t('shortcut_change')}
      </Button>
    </p>
  );
}

// Firefox has a call for it (137 and later), Chromium an address.
type FirefoxCommands = { openShortcutSettings?: () => Promise<void> };

function openShortcutSettings(): void {
  const { openShortcutSettings: open } = browser.commands as FirefoxCommands; // not in Chromium's types
  if (open) void open();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
