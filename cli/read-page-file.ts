import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { readPage } from '../utils/dom/read-page.ts';
import type { PageText } from '../utils/domain/page-text.ts';
import { parseHtml } from './parse-html.ts';

/** Reads the one page that a command is about; says on standard output what is wrong, and gives null, when it cannot be read. */
export async function readPageFile(args: string[], name: string): Promise<PageText | null> {
  const file = args.find((arg) => !arg.startsWith('-'));
  const refuse = (error: string): null => {
    console.log(JSON.stringify({ id: null, error }));
    return null;
  };
  if (file === undefined) return refuse(`saidso ${name} needs a page: saidso ${name} PAGE.html`);
  try {
    const html = await readFile(file, 'utf8');
    return readPage(parseHtml(html), pathToFileURL(file).href).page;
  } catch (error) {
    return refuse(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
