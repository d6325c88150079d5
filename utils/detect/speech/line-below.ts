import type { SpeechAttribution, SpeechQuery } from './attribute-speech.ts';
import type { Frames } from './frames.ts';
import { isGivenName } from './given-names.ts';

/** A page where as many quotations have a line below them sets them so: below that it may be anything. */
const MIN_LINES = 3;
const MAX_LINE = 80;
const MAX_WORDS = 9;

interface Line {
  start: number;
  end: number;
}

/**
 * Testimonials and voices of readers: "…" on a line, and below it who says so ("Jane Roe, Leeds", "E-Mail eines Mandanten").
 * Fills the answers that are still empty or found no cue, on pages that set several quotations in this way.
 */
export function attributeByLineBelow(frames: Frames, queries: readonly SpeechQuery[], answers: SpeechAttribution[]): SpeechAttribution[] {
  const starts = new Set(queries.map((q) => q.start));
  const lines = queries.map((query, i) =>
    (answers[i]?.speaker != null && answers[i]?.rule !== 'speech-near') || query.within !== null || query.kind === 'pull'
      ? null
      : lineBelow(frames, query, starts),
  );
  if (lines.filter((line) => line !== null).length < MIN_LINES) return answers;
  return answers.map((answer, i) => {
    const line = lines[i];
    if (line == null) return answer;
    const mention = frames.page.text.slice(line.start, line.end);
    return {
      speaker: speakerOf(frames, mention),
      mention,
      cue: null,
      rule: 'line-below',
      confidence: 0.6,
      evidence: line,
      notSpeech: false,
      weighed: answer.weighed,
    };
  });
}

/** The next line when the quotation fills its own and the next is short, has no verb and names a person or a role. */
function lineBelow({ page: { text }, lexicon }: Frames, query: SpeechQuery, starts: ReadonlySet<number>): Line | null {
  const before = text.slice(Math.max(0, query.start - 3), query.start);
  if (query.start > 0 && !/(?:^|\n)\s?["“„«‘]?\s?$/u.test(before)) return null;
  const gap = /^\s?["”“»’]?\s*\n+/u.exec(text.slice(query.end, query.end + 8));
  if (gap === null) return null;
  const start = query.end + gap[0].length;
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop;
  const line = text.slice(start, Math.min(end, start + MAX_LINE + 1));
  if (line.length > MAX_LINE || starts.has(start) || starts.has(start + 1) || /[.!?:;]$|["“”„«»]/u.test(line)) return null;
  const words = line.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const tags = words.map((word) => lexicon.tags.get(word.toLowerCase()));
  if (tags.some((tag) => tag !== undefined && 'VSWHGK'.includes(tag))) return null;
  const named = words.some((word, i) => isGivenName(word) && /^\p{Lu}/u.test(words[i + 1] ?? ''));
  return named || words.some((word) => lexicon.roles.has(word.toLowerCase())) ? { start, end: start + line.trimEnd().length } : null;
}

/** The name up to a comma; without one the role as the line has it. */
function speakerOf({ lexicon }: Frames, line: string): string | null {
  const name = /(?<![\p{L}])(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3})/u.exec(line)?.[1];
  if (name !== undefined && isGivenName(name.split(' ')[0] ?? '')) return name;
  const words = line.split(/[\s,]+/);
  const role = words.findIndex((word) => lexicon.roles.has(word.toLowerCase()));
  if (role < 0) return null;
  const article = lexicon.tags.get(words[role - 1]?.toLowerCase() ?? '') === 'D';
  return words.slice(article ? role - 1 : role, role + 1).join(' ');
}
