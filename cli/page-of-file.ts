import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPage } from '../utils/dom/read-page.ts';
import type { PageText } from '../utils/domain/page-text.ts';
import type { parseHtml } from './parse-html.ts';

/** The text of a saved page. Its address is the `given` one, else what its head tells (so that relative links resolve as online), else the file's. */
export function pageOfFile(file: string, tree: ReturnType<typeof parseHtml>, given: string | null): PageText {
  const { page } = readPage(tree, given ?? pathToFileURL(resolve(file)).href);
  const canonical = page.metadata.canonical;
  const address = given === null && canonical !== null && URL.canParse(canonical) ? new URL(canonical).href : page.url;
  if (address !== page.url) {
    if (page.base === page.url) page.base = address;
    page.url = address;
  }
  return page;
}
