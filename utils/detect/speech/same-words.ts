import type { SpeechAttribution, SpeechQuery } from './attribute-speech.ts';

/** Letters of a passage that tell it from others. */
const TOLD_APART = 60;
const MIN_REPEATED = 25;

/** What is quoted twice is said by one: a headline or a set-off repeat takes its speaker from where the text names one. */
export function sameWords(text: string, queries: readonly SpeechQuery[], answers: SpeechAttribution[]): SpeechAttribution[] {
  const key = ({ start, end }: SpeechQuery): string =>
    text
      .slice(start, Math.min(end, start + 2 * TOLD_APART))
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase()
      .slice(0, TOLD_APART);
  const known = new Map<string, SpeechAttribution>();
  queries.forEach((query, i) => {
    const answer = answers[i];
    if (answer?.speaker != null && query.region !== 'comment' && !known.has(key(query))) known.set(key(query), answer);
  });
  return answers.map((answer, i) => {
    const query = queries[i];
    if (query === undefined || answer.speaker !== null || query.region === 'comment' || query.end - query.start < MIN_REPEATED)
      return answer;
    const same = known.get(key(query));
    return same === undefined ? answer : { ...same, mention: null, cue: null, rule: 'same-words', confidence: same.confidence * 0.9 };
  });
}
