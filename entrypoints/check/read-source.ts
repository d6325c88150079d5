import type { OnProgress, ReadOutcome, SourceInput } from '../../components/check/checker.ts';
import { type Barrier, recogniseBarrier } from '../../utils/check/recognise-barrier.ts';
import { pageFromText, parseSource } from '../../utils/dom/parse-source.ts';
import type { SourceReading } from '../../utils/domain/check.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import { type FetchedSource, fetchSource, MAX_SOURCE_BYTES } from '../../utils/net/fetch-source.ts';
import { decodePage } from '../../utils/text/decode-page.ts';
import { readPdf } from './read-pdf.ts';

/** Reads a source's text, by the reader's wish and once. Never throws. */
export async function readSource(input: SourceInput, signal: AbortSignal, onProgress: OnProgress = () => undefined): Promise<ReadOutcome> {
  switch (input.kind) {
    case 'tab':
      return finish(input.page, { how: 'tab', url: input.page.url }, recogniseBarrier(input.page, input.page.text.length));
    case 'text':
      return readText(input.text, { how: 'paste', url: null }, '');
    case 'file':
      return readFile(input.file, signal, onProgress);
    case 'url': {
      const fetched = await fetchSource(input.url, signal);
      return fetched.ok ? readFetched(fetched.value, signal, onProgress) : fetched;
    }
  }
}

/** How and from where; the rest of a reading is measured. */
type Origin = Pick<SourceReading, 'how' | 'url' | 'finalUrl'>;

async function readFetched(source: FetchedSource, signal: AbortSignal, onProgress: OnProgress): Promise<ReadOutcome> {
  const { url, finalUrl } = source;
  const origin: Origin = { how: source.type === 'application/pdf' ? 'pdf' : 'fetch', url, ...(finalUrl === url ? {} : { finalUrl }) };
  if (source.type === 'application/pdf') return readPdfBytes(source.bytes, origin, fileName(finalUrl), signal, onProgress);
  const text = decodePage(source.bytes, source.contentType);
  return source.type.includes('html') ? readHtml(text, origin, finalUrl) : readText(text, origin, fileName(finalUrl));
}

async function readFile(file: File, signal: AbortSignal, onProgress: OnProgress): Promise<ReadOutcome> {
  if (file.size > MAX_SOURCE_BYTES) return { ok: false, problem: 'too-large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: 'file-unreadable' }; // moved, locked, or a folder
  }
  const isPdf = String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
  const origin: Origin = { how: isPdf ? 'pdf' : 'file', url: null };
  if (isPdf) return readPdfBytes(bytes, origin, file.name, signal, onProgress);
  if (bytes.subarray(0, 1024).includes(0) && !/^(?:\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...bytes.subarray(0, 2))))
    return { ok: false, problem: 'wrong-type' };
  const text = decodePage(bytes);
  return /\.(?:x?html?|mht)$/i.test(file.name) || /^\s*<(?:!doctype\s+html|html)/i.test(text)
    ? readHtml(text, origin, '', file.name)
    : readText(text, origin, file.name);
}

async function readPdfBytes(
  bytes: Uint8Array,
  origin: Origin,
  name: string,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<ReadOutcome> {
  const read = await readPdf(bytes, signal, onProgress);
  if (!read.ok) return read;
  return readText(read.value.text, origin, read.value.title ?? name, read.value.truncated);
}

async function readHtml(html: string, origin: Origin, url: string, name = ''): Promise<ReadOutcome> {
  const { page, article } = parseSource(html, url);
  const titled = { ...page, title: page.title || article?.title || name };
  return finish(titled, origin, recogniseBarrier(page, html.length), article?.byline ?? null);
}

function readText(text: string, origin: Origin, title: string, truncated = false): Promise<ReadOutcome> | ReadOutcome {
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  return finish({ ...pageFromText(text, origin.finalUrl ?? origin.url ?? '', title), truncated }, origin, null);
}

async function finish(page: PageText, origin: Origin, barrier: Barrier | null, byline: string | null = null): Promise<ReadOutcome> {
  if (barrier !== null && !barrier.partial) return { ok: false, problem: barrier.problem };
  const reading: SourceReading = {
    ...origin,
    title: page.title,
    accessed: new Date().toISOString(),
    sha256: await sha256(page.text),
    characters: page.text.length,
    language: page.language,
  };
  return { ok: true, value: { reading, page, partial: barrier?.partial ?? false, byline } };
}

async function sha256(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The last part of a URL's path, as people write it; the host where there is none. */
function fileName(url: string): string {
  if (!URL.canParse(url)) return '';
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a `%` that stands for itself
  }
}
