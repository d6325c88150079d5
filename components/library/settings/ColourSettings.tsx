import { Colour } from '../../../utils/domain/annotation.ts';
import { t } from '../../t.ts';
import { saveSettings, useSettings } from '../../use-settings.ts';
import { useColourNames } from '../use-colour-names.ts';
import { SettingText } from './SettingText.tsx';

/** What each colour means, and which one is taken when none is chosen. */
export function ColourSettings() {
  const settings = useSettings();
  const names = useColourNames();
  return (
    <section className="stack" aria-labelledby="settings-colours">
      <h2 id="settings-colours">{t('library_settings_colours')}</h2>
      <p className="small soft">{t('library_settings_colours_help')}</p>
      <ul className="colour-settings">
        {Colour.options.map((colour) => (
          <li key={colour} data-colour={colour}>
            <span className="facet-swatch" aria-hidden />
            <SettingText
              label={t('library_colour_meaning', t(`colour_${colour}`))}
              value={settings.colours[colour]}
              placeholder={t(`library_colour_example_${colour}`)}
              maxLength={40}
              onSave={(name) => void saveSettings((s) => ({ ...s, colours: { ...s.colours, [colour]: name.trim() } }))}
            />
            <label className="row colour-default">
              <input
                type="radio"
                name="default-colour"
                checked={settings.defaultColour === colour}
                onChange={() => void saveSettings((s) => ({ ...s, defaultColour: colour }))}
                aria-label={t('library_default_colour', names[colour])}
              />
              <span className="small" aria-hidden>
                {t('library_default')}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
