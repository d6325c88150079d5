import type { TextSpan } from '../domain/page-text.ts';
import { fold, spanInSource } from '../text/fold.ts';
import type { PageIndex } from './page-index.ts';

/** A passage named by its words and what stands around it. */
export interface NamedPassage {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Where the page holds exactly these words, typography aside; among several places the one whose surroundings agree best.
 * Null when it does not hold them. For passages that somebody names by hand, on the page they were read on; `resolve` is for pages that changed.
 */
export function locate(index: PageIndex, passage: NamedPassage): TextSpan | null {
  const folded = index.folded();
  const exact = fold(passage.exact);
  if (exact === '') return null;
  const before = fold(passage.prefix).replaceAll(' ', '');
  const after = fold(passage.suffix).replaceAll(' ', '');
  let best = -1;
  let bestAgreement = -1;
  for (let at = folded.text.indexOf(exact); at >= 0; at = folded.text.indexOf(exact, at + 1)) {
    const agreement =
      sameAtEnd(folded.text.slice(Math.max(0, at - 2 * passage.prefix.length - 8), at), before) +
      sameAtStart(folded.text.slice(at + exact.length, at + exact.length + 2 * passage.suffix.length + 8), after);
    if (agreement > bestAgreement) {
      bestAgreement = agreement;
      best = at;
    }
  }
  return best < 0 ? null : spanInSource(folded, best, best + exact.length);
}

function sameAtEnd(text: string, wanted: string): number {
  const squeezed = text.replaceAll(' ', '');
  let n = 0;
  while (n < wanted.length && n < squeezed.length && squeezed.at(-1 - n) === wanted.at(-1 - n)) n++;
  return n;
}

function sameAtStart(text: string, wanted: string): number {
  const squeezed = text.replaceAll(' ', '');
  let n = 0;
  while (n < wanted.length && squeezed[n] === wanted[n]) n++;
  return n;
}
