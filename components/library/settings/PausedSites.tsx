import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { withPaused } from '../../../utils/settings.ts';
import { Button, IconButton } from '../../Button.tsx';
import { t } from '../../t.ts';
import { saveSettings, useSettings } from '../../use-settings.ts';
import { pausedHost } from './paused-host.ts';

/** Sites on which Saidso does nothing. */
export function PausedSites() {
  const { pausedSites } = useSettings();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const add = (): void => {
    const host = pausedHost(typed);
    setRefused(host === null);
    if (host === null) return;
    setTyped('');
    void saveSettings((s) => withPaused(s, host, true));
  };
  return (
    <section className="stack" aria-labelledby="settings-paused">
      <h2 id="settings-paused">{t('library_paused_sites')}</h2>
      <p className="small soft">{t('library_paused_sites_help')}</p>
      <form
        className="row setting-short"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          className="input grow"
          value={typed}
          placeholder="example.org"
          maxLength={500}
          aria-label={t('library_paused_add_label')}
          aria-invalid={refused}
          aria-describedby={refused ? 'paused-refused' : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
        />
        <Button type="submit" icon={Plus}>
          {t('library_add')}
        </Button>
      </form>
      {refused ? (
        <p id="paused-refused" role="alert" className="small error-text">
          {t('library_paused_refused')}
        </p>
      ) : null}
      {pausedSites.length > 0 ? (
        <ul className="paused-sites">
          {[...pausedSites].sort().map((site) => (
            <li key={site} className="row">
              <bdi className="grow">{site}</bdi>
              <IconButton
                icon={X}
                label={t('library_paused_remove', site)}
                onPress={() => void saveSettings((s) => withPaused(s, site, false))}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('library_paused_none')}</p>
      )}
    </section>
  );
}
