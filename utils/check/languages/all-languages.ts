import type { CheckLanguage } from './check-language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';

/** The first is taken where nothing speaks for another. */
export const checkLanguages: readonly [CheckLanguage, ...CheckLanguage[]] = [english, german, french, spanish];
