import type { Correction, Fragment } from '../domain/correction.ts';
import { writePageHtml } from './write-page-html.ts';

/** What a case of a reader says of its page; other quotations of it are not judged. */
export interface ReaderCase {
  /** Only what is named below is judged, and it is a reader's word. */
  reader: true;
  quotes: ReaderQuote[];
  /** Passages that are no quotations. */
  none: string[];
}

export interface ReaderQuote {
  kind: string;
  region: string;
  text: string;
  speaker: string | null;
  source: string | null;
  /** Left out where the reader named a source without its address. */
  url?: string | null;
}

/** A test case: the files of a folder of `tests/corpus`. */
export interface CorrectionCase {
  /** The folder's name: letters, digits, hyphens. */
  name: string;
  files: { 'page.html': string; 'expected.json': string };
}

const MAX_NAME = 40;

/** The test cases of those corrections that have a part of their page; each has a name of its own. */
export function correctionCases(corrections: readonly Correction[]): CorrectionCase[] {
  const names = new Set<string>();
  return corrections.flatMap((correction) => {
    const { fragment } = correction;
    if (fragment === null) return [];
    const name = unused(nameOf(correction), names);
    names.add(name);
    const expected = `${JSON.stringify(expectedOf(correction, fragment), null, 2)}\n`;
    return [{ name, files: { 'page.html': writePageHtml(fragment.page), 'expected.json': expected } }];
  });
}

function expectedOf({ attribution, detected }: Correction, { text }: Fragment): ReaderCase {
  if (attribution === null) return { reader: true, quotes: [], none: [text] };
  const { speaker, source } = attribution;
  const { kind, region } = detected;
  const url = source === null ? { url: null } : source.url === null ? {} : { url: source.url };
  return { reader: true, quotes: [{ kind, region, text, speaker, source: source?.name ?? null, ...url }], none: [] };
}

/** `reader-gazette-example-the-pier-will-open` */
function nameOf({ target }: Correction): string {
  const host = URL.canParse(target.source) ? new URL(target.source).hostname.replace(/^www\./, '') : '';
  const slug = `${host} ${target.title}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'reader' : `reader-${slug}`;
}

function unused(name: string, names: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`;
    if (!names.has(candidate)) return candidate;
  }
}
