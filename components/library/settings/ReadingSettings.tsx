import { Settings } from '../../../utils/domain/settings.ts';
import { t } from '../../t.ts';
import { saveSettings, useSettings } from '../../use-settings.ts';
import { SettingText } from './SettingText.tsx';

const THEMES = Settings.shape.theme.options;

export function ReadingSettings() {
  const settings = useSettings();
  return (
    <section className="stack" aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t('library_settings_reading')}</h2>
      <Switch
        label={t('library_show_quotations')}
        help={t('library_show_quotations_help')}
        checked={settings.showQuotations}
        onChange={(showQuotations) => void saveSettings((s) => ({ ...s, showQuotations }))}
      />
      <Switch
        label={t('library_pause_all')}
        help={t('library_pause_all_help')}
        checked={settings.paused}
        onChange={(paused) => void saveSettings((s) => ({ ...s, paused }))}
      />
      <label className="field setting-short">
        <span className="label">{t('library_theme')}</span>
        <select
          className="input"
          value={settings.theme}
          onChange={(event) => {
            const theme = THEMES.find((each) => each === event.currentTarget.value);
            if (theme) void saveSettings((s) => ({ ...s, theme }));
          }}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {t(`library_theme_${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="setting-short stack">
        <SettingText
          label={t('library_creator')}
          value={settings.creator}
          maxLength={200}
          onSave={(creator) => void saveSettings((s) => ({ ...s, creator: creator.trim() }))}
        />
        <p className="small soft">{t('library_creator_help')}</p>
      </div>
    </section>
  );
}

type SwitchProps = { label: string; help: string; checked: boolean; onChange: (checked: boolean) => void };

function Switch({ label, help, checked, onChange }: SwitchProps) {
  return (
    <label className="setting-switch">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        <span className="small soft setting-help">{help}</span>
      </span>
    </label>
  );
}
