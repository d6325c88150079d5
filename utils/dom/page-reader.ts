import type { PackedPage } from '../domain/packed-page.ts';
import { walkPage } from './page-walk.ts';
import { runInSlices } from './run-in-slices.ts';
import { createTextMap, type TextMap } from './text-map.ts';
import { routeOf } from './watch-page.ts';

/** One reading of the frame's document. */
export interface Reading {
  readonly page: PackedPage;
  readonly map: TextMap;
  readonly shadowRoots: readonly ShadowRoot[];
}

/** Reads the document in idle slices; null once `signal` aborts. */
export async function readDocument(signal: AbortSignal): Promise<Reading | null> {
  // A page may have taken its root out.
  const root: Node = document.documentElement ?? document;
  const read = await runInSlices(walkPage<Node>(root, location.href), signal);
  if (!read) return null;
  // The browser knows what links of a `srcdoc` frame resolve against; `about:srcdoc` does not say.
  const base = /^https?:/.test(document.baseURI) ? document.baseURI : read.page.base;
  const page = { ...read.page, base };
  // Only text nodes are read as text, only shadow roots as shadow roots.
  const textNodes = { ...read.textNodes, nodes: read.textNodes.nodes as Text[] };
  return { page, map: createTextMap(textNodes, page.text), shadowRoots: read.shadowRoots as ShadowRoot[] };
}

/** The background has to look again: other words, or another address. */
export const isNew = (page: PackedPage, before: PackedPage | undefined): boolean =>
  before === undefined || page.text !== before.text || routeOf(page.url) !== routeOf(before.url);
