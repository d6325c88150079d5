import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { Button } from '../../Button.tsx';
import { t } from '../../t.ts';
import { showToast } from '../../toasts.ts';

const CHROMIUM_SETTINGS = 'chrome://extensions/shortcuts';

// Firefox 137 and later; unknown to the types of Chromium.
type WithSettings = { openShortcutSettings?: () => Promise<void> };
const ownSettings = (): WithSettings['openShortcutSettings'] => (browser.commands as WithSettings).openShortcutSettings;
const isFirefox = import.meta.env.FIREFOX;

/** The keys that work in pages. They are the browser's to change; this opens the place. */
export function Shortcuts() {
  const commands = useCommands();
  const open = async (): Promise<void> => {
    const settings = ownSettings();
    if (settings) await settings.call(browser.commands);
    else await browser.tabs.create({ url: CHROMIUM_SETTINGS });
  };
  const canOpen = ownSettings() !== undefined || !isFirefox;
  return (
    <section className="stack" aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('library_shortcuts')}</h2>
      <dl className="keys">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{shortcut ? <kbd>{shortcut}</kbd> : <span className="soft">{t('library_shortcut_none')}</span>}</dt>
            <dd>{description || name}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {isFirefox ? t('library_shortcuts_firefox') : t('library_shortcuts_chromium')} {isFirefox ? null : <code>{CHROMIUM_SETTINGS}</code>}
      </p>
      {canOpen ? (
        <div className="row">
          <Button onPress={() => void open().catch(() => showToast(t('library_shortcuts_refused')))}>
            {t('library_shortcuts_change')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** As set now; asked again when the reader comes back from changing them. */
function useCommands(): Browser.commands.Command[] {
  const [commands, setCommands] = useState<Browser.commands.Command[]>([]);
  useEffect(() => {
    const end = new AbortController();
    const read = () => void browser.commands.getAll().then((all) => end.signal.aborted || setCommands(all));
    read();
    window.addEventListener('focus', read, { signal: end.signal });
    return () => end.abort();
  }, []);
  return commands.filter(({ name }) => !name?.startsWith('_execute'));
}
