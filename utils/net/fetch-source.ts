import type { SourceProblem } from '../domain/source-problem.ts';
import { whyNeverFetched } from './public-url.ts';

/** What came back for a URL, as bytes. */
export interface FetchedSource {
  /** As it was asked for. */
  url: string;
  /** Where the redirects ended. */
  finalUrl: string;
  /** MIME type in small letters, without parameters; guessed from the first bytes where the server names none. */
  type: string;
  /** The whole `Content-Type` header, with its charset. */
  contentType: string;
  bytes: Uint8Array;
}
export type FetchOutcome = { ok: true; value: FetchedSource } | { ok: false; problem: SourceProblem; status?: number };

/** Longest source (bytes). War and Peace is 3.3 MB as plain text; the largest page of 118 measured ones is 4.1 MB of HTML. */
export const MAX_SOURCE_BYTES = 25_000_000;
/** ms for the whole answer, and for the next bytes of it: an endless stream ends with the first, a dead one with the second. */
const WHOLE_MS = 60_000;
const SILENT_MS = 20_000;

const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf', 'text/markdown']);

/**
 * Fetches a source that the reader asked to check, from an extension page: without cookies, without a referrer, and as it is now,
 * not as a cache has it. Never throws; aborted it answers `timed-out`.
 */
export async function fetchSource(url: string, signal: AbortSignal): Promise<FetchOutcome> {
  const never = whyNeverFetched(url);
  if (never !== null) return { ok: false, problem: never };
  const life = new AbortController();
  const end = (): void => life.abort();
  const whole = setTimeout(end, WHOLE_MS);
  signal.addEventListener('abort', end, { once: true });
  try {
    return signal.aborted ? { ok: false, problem: 'timed-out' } : await read(url, life);
  } catch {
    // `fetch` says TypeError for every failure of the network: which one it was, a browser keeps to itself.
    return { ok: false, problem: life.signal.aborted ? 'timed-out' : 'unreachable' };
  } finally {
    clearTimeout(whole);
    signal.removeEventListener('abort', end);
    end();
  }
}

async function read(url: string, life: AbortController): Promise<FetchOutcome> {
  const answer = await beforeSilence(
    fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1' },
      signal: life.signal,
    }),
    life,
  );
  const finalUrl = answer.url === '' ? url : answer.url;
  const redirectedTo = whyNeverFetched(finalUrl);
  if (redirectedTo !== null) return { ok: false, problem: redirectedTo };
  if (!answer.ok) return { ok: false, problem: problemOf(answer.status), status: answer.status };
  const contentType = answer.headers.get('content-type') ?? '';
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (type !== '' && type !== 'application/octet-stream' && !READABLE.has(type)) return { ok: false, problem: 'wrong-type' };
  if (Number(answer.headers.get('content-length') ?? 0) > MAX_SOURCE_BYTES) return { ok: false, problem: 'too-large' };
  const bytes = await readBytes(answer, life);
  if (bytes === null) return { ok: false, problem: 'too-large' };
  const known = READABLE.has(type) ? type : guessType(bytes);
  return known === null ? { ok: false, problem: 'wrong-type' } : { ok: true, value: { url, finalUrl, type: known, contentType, bytes } };
}

const problemOf = (status: number): SourceProblem => {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 402) return 'paywall';
  return status >= 500 ? 'server-error' : 'refused';
};

/** The body, piece by piece; null when it is longer than is read. */
async function readBytes(answer: Response, life: AbortController): Promise<Uint8Array | null> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await beforeSilence(reader.read(), life);
    if (done) break;
    length += value.byteLength;
    if (length > MAX_SOURCE_BYTES) return null;
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/** Waits for the server's next word, and ends everything when none comes. */
async function beforeSilence<T>(next: Promise<T>, life: AbortController): Promise<T> {
  const silence = setTimeout(() => life.abort(), SILENT_MS);
  try {
    return await next;
  } finally {
    clearTimeout(silence);
  }
}

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((c, i) => bytes[i] === c.charCodeAt(0));

/** For servers that do not say what they send. */
function guessType(bytes: Uint8Array): string | null {
  if (startsWith(bytes, '%PDF-')) return 'application/pdf';
  const head = bytes.subarray(0, 1024);
  if (head.includes(0)) return null; // no text has it
  return /^[\s\ufeffï»¿]*<(?:!doctype\s+html|html|head|body|!--)/i.test(String.fromCharCode(...head)) ? 'text/html' : 'text/plain';
}
