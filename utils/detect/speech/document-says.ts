import type { Mention } from './mention.ts';
import type { Tokens } from './tokens.ts';

/** Verbs by which a text reads so and so, with "in" the text: "heißt es in dem Schreiben", "in dem Bescheid steht". */
const READS = /^(?:heißt|heisst|hieß|hiess|steht|stand|lautet|liest|lit|lee|legge|lesen|lire|leer)$/;
const IN = /^(?:in|im|aus|auf|dans|sur|en|nel|nella|no|na)$/;
/** Tokens between the verb and its text. */
const NEAR = 14;

/**
 * Links a document to the verb by which it is quoted: the verb has "es" or nobody for its subject, and the text stands behind a
 * preposition. Only where a quotation or a clause follows or precedes.
 */
export function linkDocuments(t: Tokens, mentions: readonly Mention[]): void {
  let next = 0;
  for (let i = 0; i < t.tag.length; i++) {
    if (!READS.test(t.low[i] ?? '')) continue;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < i - NEAR) next++;
    let before: Mention | null = null;
    let after: Mention | null = null;
    for (let m = next; m < mentions.length; m++) {
      const mention = mentions[m];
      if (mention === undefined || mention.start > i + NEAR) break;
      if (t.sentence[mention.start] !== t.sentence[i] || !IN.test(t.low[mention.start - 1] ?? '')) continue;
      if (!isText(t, mention) && !(t.low[mention.start - 1] === 'aus' && 'OX'.includes(t.tag[mention.head.end - 1] ?? 'B'))) continue;
      if (mention.start < i) before = mention;
      else after ??= mention;
    }
    const impersonal = t.low[i + 1] === 'es' || t.low[i - 1] === 'es' || t.low[i + 1] === 'man';
    const open = ':,Q'.includes(t.tag[i + 1] ?? 'B');
    const found = impersonal ? (after ?? before) : open ? before : null;
    if (found !== null) found.links.push({ kind: 'subject', cue: i, tag: 'S' });
  }
}

const isText = (t: Tokens, { head, type }: Mention): boolean => 'dno'.includes(type) && 'MN'.includes(t.tag[head.end - 1] ?? 'B');
