import type { Tokens } from './tokens.ts';

/** Numbers sentences and paragraphs. A quotation that ends with a stop ends its sentence unless its cue follows. */
export function sentences(text: string, t: Tokens): void {
  let sentence = 0;
  let paragraph = 0;
  for (let i = 0; i < t.tag.length; i++) {
    t.sentence[i] = sentence;
    t.paragraph[i] = paragraph;
    const tag = t.tag[i];
    if (tag === 'B') {
      sentence++;
      paragraph++;
    } else if (tag === '.' || tag === '!') {
      const next = t.tag[i + 1];
      const lowerNext = next !== undefined && next !== 'Q' && /^\p{Ll}/u.test(text.slice(t.start[i + 1], (t.start[i + 1] ?? 0) + 1));
      if (!lowerNext && !'.!,:;'.includes(next ?? 'B')) sentence++;
    } else if (tag === 'Q' && endsSentence(text, t, i)) sentence++;
  }
}

function endsSentence(text: string, t: Tokens, i: number): boolean {
  const last = /[.!?…](?=["”»“’'\s)]*$)/u.exec(text.slice(Math.max(0, (t.end[i] ?? 0) - 4), (t.end[i] ?? 0) + 1))?.[0];
  const next = t.tag[i + 1];
  if (last === undefined || next === undefined) return false;
  if (next === 'Q') return true;
  if (!/^\p{Lu}/u.test(text.slice(t.start[i + 1], (t.start[i + 1] ?? 0) + 1))) return false;
  // “Why?” He shrugged. Behind "?" a cue would be "he asked".
  if (last === '.' || (t.tag[i + 1] === 'H' && t.low[i + 1] !== 'i')) return true;
  if (t.tag[i + 1] === 'H' && 'S'.includes(t.tag[i + 2] ?? 'B') && ',:'.includes(t.tag[i + 3] ?? 'B') && t.tag[i + 4] === 'Q') return true;
  for (let k = i + 1; k < i + 7 && k < t.tag.length; k++) {
    if (t.tag[k] === 'S') return false;
    if (t.tag[k] === '.' || t.tag[k] === 'B' || t.tag[k] === 'Q') break;
  }
  return true;
}
