import { Check } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Colour } from '../utils/domain/annotation.ts';
import { t } from './t.ts';
import { colourName, useSettings } from './use-settings.ts';

/** The five colours by the names that the reader gave them. The chosen one is ticked and named, not only coloured. */
export function ColourPicker({ value, onChange }: { value: Colour; onChange: (colour: Colour) => void }) {
  const settings = useSettings();
  return (
    <RadioGroup
      className="colours"
      orientation="horizontal"
      aria-label={t('editor_colour')}
      value={value}
      onChange={(chosen) => onChange(Colour.parse(chosen))}
    >
      {Colour.options.map((colour) => (
        <Radio key={colour} value={colour} className="swatch" data-colour={colour} aria-label={colourName(settings, colour)}>
          {colour === value ? <Check aria-hidden /> : null}
        </Radio>
      ))}
      <span className="small soft" aria-hidden>
        {colourName(settings, value)}
      </span>
    </RadioGroup>
  );
}
