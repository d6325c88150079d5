import { Colour } from './annotation.ts';
import { z } from './zod.ts';

/** The reader's settings. Unknown or broken fields fall back to their default one by one (see `parseSettings`). */
export const Settings = z.object({
  /** Hosts on which Saidso does nothing, lower case. */
  pausedSites: z.array(z.string()),
  /** Everything paused. */
  paused: z.boolean(),
  /** Show the quiet marks on detected quotations. */
  showQuotations: z.boolean(),
  /** What each colour means to the reader; empty = the default name. */
  colours: z.record(Colour, z.string().check(z.maxLength(40))),
  defaultColour: Colour,
  theme: z.enum(['system', 'light', 'dark']),
  /** The name exported as `creator`; empty = none. */
  creator: z.string().check(z.maxLength(200)),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  pausedSites: [],
  paused: false,
  showQuotations: true,
  colours: { yellow: '', green: '', blue: '', pink: '', purple: '' },
  defaultColour: 'yellow',
  theme: 'system',
  creator: '',
};

/** Reads settings from anywhere; every field that does not fit takes its default. Never throws. */
export function parseSettings(value: unknown): Settings {
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = Object.entries(Settings.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(given[key]);
    return [key, parsed.success ? parsed.data : DEFAULT_SETTINGS[key as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings; // every key of the shape is present, each parsed by its own schema
}
