import type { CueLanguage } from './cue-language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Every language with cues, one file each. */
export const ALL_CUES: readonly CueLanguage[] = [en, de, fr, es];
