import type { SpeechAttribution, SpeechQuery } from './attribute-speech.ts';

/** Longest stretch between the two, in characters: the first one's cue. */
const MAX_CUE = 200;
/** The second stands without a cue of its own. */
const LOWERED = 0.85;

/**
 * “…,” the mayor wrote on Monday. “And it will stay so.”: a whole sentence right behind the sentence that ends with the cue of the
 * one before, in the same paragraph, is said by the same. Gives the answers anew.
 */
export function sameBreath(text: string, queries: readonly SpeechQuery[], answers: SpeechAttribution[]): SpeechAttribution[] {
  const result = [...answers];
  for (let i = 1; i < queries.length; i++) {
    const query = queries[i];
    const before = queries[i - 1];
    const own = result[i];
    const first = result[i - 1];
    if (query === undefined || before === undefined || own === undefined || first === undefined) continue;
    if (query.kind !== 'inline' || before.kind !== 'inline' || query.within !== before.within) continue;
    if (query.paragraph.start !== before.paragraph.start || first.speaker === null || first.evidence === null) continue;
    const reported = own.rule === 'speech-according' && own.evidence !== null && own.evidence.end <= query.start;
    if ((own.speaker !== null && !reported) || first.evidence.start < before.end) continue;
    if (!endsWithCue(text, before.end, query.start) || !isSentence(text, query)) continue;
    result[i] = { ...first, cue: null, mention: null, rule: 'same-breath', confidence: first.confidence * LOWERED };
  }
  return result;
}

/** One sentence end, right before the second; the point behind a number is none. */
function endsWithCue(text: string, from: number, to: number): boolean {
  if (to - from > MAX_CUE || to <= from) return false;
  const between = text.slice(from, to).replace(/\p{N}\./gu, '');
  return /[.!]\s*["“”„«»]\s*$/u.test(between) && !/[.!?;:][^\n]*[.!?;:]|\n/u.test(between);
}

/** Begins with a capital, ends with its own mark, and nothing of its sentence follows. */
function isSentence(text: string, { start, end }: SpeechQuery): boolean {
  if (!/^[\p{Lu}\p{N}]/u.test(text.slice(start, start + 2)) || !/[.!?…]$/u.test(text.slice(end - 1, end))) return false;
  return /^\s?["”“»«](?:\s*$|\s*\n|\s+["“„«\p{Lu}])/u.test(text.slice(end, end + 4));
}
