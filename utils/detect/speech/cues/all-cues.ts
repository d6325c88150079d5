import { ar } from './ar.ts';
import type { CueLanguage } from './cue-language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

/** Every language with cues, one file each. */
export const ALL_CUES: readonly CueLanguage[] = [en, de, fr, es, it, pt, nl, ar];
