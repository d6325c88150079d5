import type { TextSpan } from '../domain/page-text.ts';

/** Words with a point that does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘'«„])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Jr|St|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Hon|Pres|Amb|Atty|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|etc|e\.g|i\.e|cf|al|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Mt|Ft|U\.S|U\.N|U\.K|D\.C|a\.m|p\.m|[A-Z]|[A-Z]\.[A-Z]|z\.\s?B|d\.\s?h|u\.\s?a|bzw|ca|Nr|Abs|Art|bspw|Hr|Fr|M|MM|Mme|Mmes|Mlle|Sr|Sra|Dra|Ud|EE|UU)$/u;
/** The end of a sentence with its closing marks (French sets a space before them), and a footnote mark behind them. */
const END = /[.!?…。！？](?:[ \u00a0\u202f]»)?["”’»“)\]]*(?:\[\d{1,3}\]|(?<=["”’»)\]])\d{1,3}|[†‡])*(?=\s)|\n/gu;
/** A word with which a sentence goes on after an end mark that stood in quotes. */
const GOES_ON = /^(?:[ \u00a0\u202f]»[,;]?)?[\s"“„«‘']*(?:[\p{Ll}\d(]|$)/u;
/** German writes the day of a date as an ordinal: "am 7. Mai". */
const MONTH = /^[\s\u00a0](?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert)/u;
const LOOK_BACK = 16;
const LOOK_AHEAD = 12;

/** The sentences of a stretch of text; `\n` ends one. Offsets are those of `text`. Linear. */
export function sentencesIn(text: string, span: TextSpan): TextSpan[] {
  const sentences: TextSpan[] = [];
  const part = text.slice(span.start, span.end);
  let from = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(part[start] ?? '')) start++;
    while (end > start && /\s/.test(part[end - 1] ?? '')) end--;
    if (start < end) sentences.push({ start: span.start + start, end: span.start + end });
    from = to;
  };
  for (const match of part.matchAll(END)) {
    const at = match.index;
    const end = at + match[0].length;
    if (match[0] !== '\n') {
      if (match[0].startsWith('.') && match[0].length === 1 && ABBREVIATION.test(part.slice(Math.max(0, at - LOOK_BACK), at))) continue;
      if (match[0] === '.' && /\d$/.test(part.slice(Math.max(0, at - 2), at)) && MONTH.test(part.slice(end, end + LOOK_AHEAD))) continue;
      if (GOES_ON.test(part.slice(end, end + LOOK_AHEAD))) continue;
    }
    push(end);
  }
  push(part.length);
  return sentences;
}
