import type { Tag } from './lexicon.ts';

/** A run of text as parallel arrays; `quote[i]` is the index of the query that token `i` stands for, −1 for words. */
export interface Tokens {
  start: number[];
  end: number[];
  tag: Tag[];
  /** Lower-case words; punctuation as it is. */
  low: string[];
  quote: number[];
  sentence: number[];
  paragraph: number[];
}

/** A stretch that is one token: a quotation. */
export interface Mask {
  start: number;
  end: number;
  query: number;
}
