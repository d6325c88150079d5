import { unpackPage } from '../domain/packed-page.ts';
import type { PageText } from '../domain/page-text.ts';
import type { PageNode } from './page-node.ts';
import { PageWalk, type Walked } from './page-walk.ts';

export interface ReadPage<N extends PageNode = PageNode> extends Omit<Walked<N>, 'page'> {
  page: PageText;
}

/** Reads a page in one go. `root` is the document's root element (or a document). Never throws for any tree. */
export function readPage<N extends PageNode>(root: N, url: string): ReadPage<N> {
  const walk = new PageWalk(root, url);
  while (walk.step());
  const { page, ...read } = walk.result();
  return { ...read, page: unpackPage(page) };
}
