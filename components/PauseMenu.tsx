import { Pause, Play } from 'lucide-react';
import { isPausedOn, withPaused } from '../utils/settings.ts';
import { IconButton } from './Button.tsx';
import { clip } from './Foreign.tsx';
import { Menu, MenuChoice } from './Menu.tsx';
import { t } from './t.ts';
import { saveSettings, useSettings } from './use-settings.ts';

/** Pauses Saidso on a site or everywhere, and hides the marks on quotes. */
export function PauseMenu({ host }: { host: string }) {
  const settings = useSettings();
  const pausedHere = host !== '' && isPausedOn({ ...settings, paused: false }, host);
  const paused = settings.paused || pausedHere;
  const label = paused ? t('popup_resume_menu') : t('popup_pause_menu');
  return (
    <Menu label={label} trigger={<IconButton icon={paused ? Play : Pause} label={label} />}>
      {host === '' ? null : (
        <MenuChoice onAction={() => void saveSettings((now) => withPaused(now, host, !pausedHere))}>
          {t(pausedHere ? 'popup_resume_on' : 'popup_pause_on', clip(host, 60))}
        </MenuChoice>
      )}
      <MenuChoice onAction={() => void saveSettings((now) => ({ ...now, paused: !settings.paused }))}>
        {t(settings.paused ? 'tab_resume_everywhere' : 'popup_pause_everywhere')}
      </MenuChoice>
      <MenuChoice onAction={() => void saveSettings((now) => ({ ...now, showQuotations: !settings.showQuotations }))}>
        {t(settings.showQuotations ? 'popup_hide_marks' : 'popup_show_marks')}
      </MenuChoice>
    </Menu>
  );
}
