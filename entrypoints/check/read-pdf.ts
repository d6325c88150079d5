import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { SourceProblem } from '../../utils/domain/source-problem.ts';

export type PdfOutcome = { ok: true; value: PdfText } | { ok: false; problem: SourceProblem };

export interface PdfText {
  title: string | null;
  /** Paragraphs end in a line break; words that were parted at the end of a line are whole again. */
  text: string;
  /** Where each page begins in `text` (UTF-16 offset), the first at 0. */
  pageStarts: number[];
  /** Set when only its beginning was read. */
  truncated: boolean;
}

/** A page of 45 lines takes 4 ms; the longest documents that the news quote have some 2,000 pages. */
const MAX_PAGES = 3_000;
/** As of pages in HTML (`dom/read-page.ts`). */
const MAX_CHARACTERS = 4_000_000;

/**
 * The text layer of a PDF (pdf.js, in its worker; nothing of the file is run or shown). `onPage` hears how many of how many pages
 * are read. Never throws; aborted it answers `timed-out`.
 */
export async function readPdf(
  bytes: Uint8Array,
  signal: AbortSignal,
  onPage: (read: number, all: number) => void = () => {},
): Promise<PdfOutcome> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: '/cmaps/',
    cMapPacked: true,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await readPages(task, signal, onPage);
  } catch (error) {
    if (signal.aborted) return { ok: false, problem: 'timed-out' };
    return { ok: false, problem: error instanceof Error && error.name === 'PasswordException' ? 'pdf-locked' : 'pdf-damaged' };
  } finally {
    await task.destroy();
  }
}

async function readPages(
  task: PDFDocumentLoadingTask,
  signal: AbortSignal,
  onPage: (read: number, all: number) => void,
): Promise<PdfOutcome> {
  const pdf = await task.promise;
  const all = Math.min(pdf.numPages, MAX_PAGES);
  const pageStarts: number[] = [];
  let text = '';
  for (let number = 1; number <= all && text.length < MAX_CHARACTERS; number++) {
    if (signal.aborted) return { ok: false, problem: 'timed-out' };
    pageStarts.push(text.length);
    text += await pageText(pdf, number);
    onPage(number, all);
  }
  if (text.trim() === '') return { ok: false, problem: 'pdf-without-text' };
  return { ok: true, value: { title: await titleOf(pdf), text, pageStarts, truncated: pdf.numPages > pageStarts.length } };
}

/** Lines closer than this share of their height to each other belong to one paragraph. */
const LINE_GAP = 1.9;

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  let text = '';
  let lastY: number | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const y: number = item.transform[5];
    const newLine = lastY !== null && Math.abs(y - lastY) > item.height / 2 && item.str !== '';
    if (newLine && lastY !== null) text = joinLine(text, Math.abs(y - lastY) > item.height * LINE_GAP);
    text += item.str;
    if (item.str !== '') lastY = y;
  }
  page.cleanup();
  return `${text.trim()}\n`;
}

/** Ends a line: a paragraph's end, a word that goes on ("har-" + "bour"), or a space. */
function joinLine(text: string, paragraph: boolean): string {
  const line = text.trimEnd();
  if (paragraph) return `${line}\n`;
  return /\p{Ll}[-\u00ad\u2010]$/u.test(line) ? line.slice(0, -1) : `${line} `;
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title: unknown = Reflect.get(info, 'Title'); // whatever the file says
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}
