import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSource } from '../../../entrypoints/check/read-source.ts';
import { makePdf } from './make-pdf.ts';

const live = new AbortController().signal;
const URL_OF_SOURCE = 'https://gazette.example/harbour';
const article = `<!doctype html><html lang="en"><title>The harbour</title><body><h1>The harbour</h1>${'<p>The board has counted the boats again this spring, in the old customs house, and found more than a year ago.</p>'.repeat(12)}`;

/** The site of the source answers this. */
function serve(body: BodyInit, type: string, { status = 200, at = URL_OF_SOURCE } = {}): void {
  vi.stubGlobal('fetch', async () => {
    const response = new Response(body, { status, headers: { 'content-type': type } });
    Object.defineProperty(response, 'url', { value: at });
    return response;
  });
}
afterEach(() => vi.unstubAllGlobals());

describe('reading a source', () => {
  it('from its site tells what was read: address, time, hash, length', async () => {
    serve(article, 'text/html', { at: 'https://gazette.example/2026/harbour' });
    const read = await readSource({ kind: 'url', url: URL_OF_SOURCE }, live);
    expect(read).toMatchObject({
      ok: true,
      value: {
        partial: false,
        reading: {
          how: 'fetch',
          url: URL_OF_SOURCE,
          finalUrl: 'https://gazette.example/2026/harbour',
          title: 'The harbour',
          language: 'en',
        },
      },
    });
    if (!read.ok) return;
    const { reading, page } = read.value;
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(page.text));
    expect(reading.sha256).toBe([...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    expect(reading.characters).toBe(page.text.length);
    expect(Math.abs(Date.now() - Date.parse(reading.accessed))).toBeLessThan(60_000);
  });

  it('takes an old page in the encoding it says', async () => {
    const bytes = Uint8Array.from(`<title>x</title><p>Stra\xdfe ${'words '.repeat(300)}`, (c) => c.charCodeAt(0));
    serve(bytes, 'text/html; charset=iso-8859-1');
    expect(await readSource({ kind: 'url', url: URL_OF_SOURCE }, live)).toMatchObject({
      value: { page: { text: expect.stringContaining('Straße') } },
    });
  });

  it('takes text and PDF as what they are', async () => {
    serve('One line.\nAnother line.', 'text/plain');
    expect(await readSource({ kind: 'url', url: `${URL_OF_SOURCE}/a%20note.txt` }, live)).toMatchObject({
      value: { reading: { how: 'fetch' }, page: { text: 'One line.\nAnother line.' } },
    });
    serve(makePdf([['The report counts 41 boats.']], { title: 'Report' }) as BodyInit, 'application/pdf');
    expect(await readSource({ kind: 'url', url: URL_OF_SOURCE }, live)).toMatchObject({
      value: { reading: { how: 'pdf', title: 'Report' }, page: { text: 'The report counts 41 boats.\n' } },
    });
  });

  it.each([
    ['<title>Just a moment...</title><p>Checking your browser', 'robot-wall'],
    ['<p>Before you continue, accept all cookies', 'consent'],
    [`<div id=root></div><script>${' '.repeat(5000)}</script>`, 'scripts-only'],
    ['', 'empty'],
  ])('says what stood before it: %s', async (body, problem) => {
    serve(body, 'text/html');
    expect(await readSource({ kind: 'url', url: URL_OF_SOURCE }, live)).toEqual({ ok: false, problem });
  });

  it('reads the free part before a paywall, and says that it is a part', async () => {
    serve(`${article}<p>Subscribe to continue reading.</p>`, 'text/html');
    expect(await readSource({ kind: 'url', url: URL_OF_SOURCE }, live)).toMatchObject({ ok: true, value: { partial: true } });
  });

  it('reads files by what they hold', async () => {
    const file = (name: string, content: BlobPart) => readSource({ kind: 'file', file: new File([content], name) }, live);
    expect(await file('saved.html', article)).toMatchObject({ value: { reading: { how: 'file', url: null, title: 'The harbour' } } });
    expect(await file('notes.txt', 'a < b')).toMatchObject({ value: { reading: { title: 'notes.txt' }, page: { text: 'a < b' } } });
    expect(await file('no-ending', makePdf([['words']]) as BlobPart)).toMatchObject({
      value: { reading: { how: 'pdf', title: 'no-ending' } },
    });
    expect(await file('picture.png', Uint8Array.of(137, 80, 78, 71, 0, 0))).toEqual({ ok: false, problem: 'wrong-type' });
    expect(await file('empty.txt', ' \n')).toEqual({ ok: false, problem: 'empty' });
  });

  it('takes pasted text as it is', async () => {
    expect(await readSource({ kind: 'text', text: 'We count <b>boats</b>.' }, live)).toMatchObject({
      value: { reading: { how: 'paste', url: null }, page: { text: 'We count <b>boats</b>.' } },
    });
    expect(await readSource({ kind: 'text', text: ' ' }, live)).toEqual({ ok: false, problem: 'empty' });
  });
});
