import type { SpeechAttribution, SpeechQuery } from './attribute-speech.ts';
import { fullest, type NameIndex, nameWords } from './names.ts';

/** "POWELL: Well, …": a transcript's label at the beginning of the words. */
const LABEL = /^(?:(?:MR|MS|MRS|DR|SEN|REP|GOV)\. |THE )?(\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,3}):\s/u;

/** The speaker whom a transcript's label names; null when the words begin without one. */
export function labelInside(text: string, { start, end }: SpeechQuery, names: NameIndex): SpeechAttribution | null {
  const match = LABEL.exec(text.slice(start, Math.min(end, start + 80)));
  const label = match?.[1];
  if (label === undefined || /^(?:Q|QUESTION|NOTE|UPDATE|EDITOR|BREAKING|WATCH|READ|PS|TL;DR)$/.test(label)) return null;
  const words = nameWords(label);
  const known = fullest(names, words, null) ?? names.byLast.get(words.at(-1) ?? '')?.find((n) => n.words.length === words.length);
  const shown = known?.name ?? label;
  return {
    speaker: shown,
    mention: label,
    cue: null,
    rule: 'label-inside',
    confidence: 0.8,
    evidence: { start, end: start + (match?.[0].length ?? 0) },
    notSpeech: false,
    weighed: [],
  };
}
