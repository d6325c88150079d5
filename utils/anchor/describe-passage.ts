import type { TextSpan } from '../domain/page-text.ts';
import type { Selector } from '../domain/selector.ts';
import { describeIn } from './describe.ts';
import type { PageIndex } from './page-index.ts';
import { textFragment } from './text-fragment.ts';

/** What a record keeps of a passage: how to find it again, and a link that leads to it where there is one. */
export function describePassage(index: PageIndex, span: TextSpan): Selector[] {
  const link = textFragment(index, span);
  return [...describeIn(index, span), ...(link === null ? [] : [link])];
}
