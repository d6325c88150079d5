import { useMemo } from 'react';
import { Colour } from '../../utils/domain/annotation.ts';
import { colourName, useSettings } from '../use-settings.ts';

/** What the reader calls each colour. */
export function useColourNames(): Readonly<Record<Colour, string>> {
  const settings = useSettings();
  return useMemo(
    () => Object.fromEntries(Colour.options.map((colour) => [colour, colourName(settings, colour)])) as Record<Colour, string>, // one name for each colour
    [settings],
  );
}
