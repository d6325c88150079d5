import { type Chunk, chunksOf } from './chunks.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { mentionsOf } from './mentions.ts';
import type { PageWords } from './page-words.ts';
import { tokenise } from './tokenise.ts';
import type { Mask, Tokens } from './tokens.ts';

/** A text as its narrator tells it: quotations are single tokens, so that what is said inside them is not read as who says it. */
export interface Scene {
  text: string;
  tokens: Tokens;
  mentions: Mention[];
  /** Query → its token. */
  tokenOf: Map<number, number>;
  /** Quotations before token `i`. */
  quotesBefore: number[];
  /** The page's words that stand in small letters. */
  lower: ReadonlySet<string>;
  /** See `PageWords`. */
  surnames: ReadonlySet<string> | null;
}

export function sceneOf(text: string, from: number, to: number, masks: readonly Mask[], lexicon: Lexicon, words: PageWords): Scene {
  const tokens = tokenise(text, from, to, masks, lexicon, words.lower);
  const chunks: Chunk[] = chunksOf(tokens, lexicon, words.surnames);
  const tokenOf = new Map<number, number>();
  const quotesBefore = [0];
  tokens.quote.forEach((query, i) => {
    if (query >= 0) tokenOf.set(query, i);
    quotesBefore.push((quotesBefore[i] ?? 0) + (query >= 0 ? 1 : 0));
  });
  return { text, tokens, mentions: mentionsOf(tokens, chunks, lexicon), tokenOf, quotesBefore, ...words };
}

const BACKWARD = 10;
const FORWARD = 6;

/** The mentions that may be the speaker of the quotation at token `q`: those near it, in text order. */
export function candidatesAt(scene: Scene, q: number): Mention[] {
  const { tokens: t, mentions } = scene;
  const paragraph = t.paragraph[q] ?? 0;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((mentions[mid]?.start ?? 0) < q) low = mid + 1;
    else high = mid;
  }
  const before: Mention[] = [];
  for (let i = low - 1; i >= 0 && before.length < BACKWARD; i--) {
    const mention = mentions[i];
    if (mention === undefined || (t.paragraph[mention.start] ?? 0) < paragraph - 3) break;
    before.push(mention);
  }
  const after: Mention[] = [];
  for (let i = low; i < mentions.length && after.length < FORWARD; i++) {
    const mention = mentions[i];
    if (mention === undefined || (t.sentence[mention.start] ?? 0) > (t.sentence[q] ?? 0) + 2) break;
    if ((t.paragraph[mention.start] ?? 0) > paragraph + 1) break;
    after.push(mention);
  }
  return [...before.reverse(), ...after];
}
