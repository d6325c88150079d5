import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchSource, MAX_SOURCE_BYTES } from '../../../utils/net/fetch-source.ts';

/** A server on the loopback that is reached as `news.example`: private addresses are never fetched. */
let server: Server;
let answer: RequestListener;
const seen: { path: string; headers: Record<string, unknown> }[] = [];

beforeEach(async () => {
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on a port, not on a pipe
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const response = await real(url.replace('https://news.example', `http://127.0.0.1:${port}`), init);
    Object.defineProperty(response, 'url', { value: response.url.replace(`http://127.0.0.1:${port}`, 'https://news.example') });
    return response;
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const html = (body: string): void => {
  answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
};
const get = (path: string, signal = new AbortController().signal) => fetchSource(`https://news.example${path}`, signal);

describe('fetching a source', () => {
  it('gives its bytes, its type and where the redirects ended', async () => {
    answer = (request, response) =>
      request.url === '/old'
        ? response.writeHead(301, { location: '/new' }).end()
        : response.writeHead(200, { 'content-type': 'Text/HTML; charset=ISO-8859-1' }).end('<p>words');
    const found = await get('/old');
    expect(found).toMatchObject({ ok: true, value: { url: 'https://news.example/old', finalUrl: 'https://news.example/new' } });
    expect(found).toMatchObject({ value: { type: 'text/html', contentType: 'Text/HTML; charset=ISO-8859-1' } });
    expect(found.ok && new TextDecoder().decode(found.value.bytes)).toBe('<p>words');
  });

  it('tells nothing of the reader: no cookie, no referrer', async () => {
    html('<p>x');
    await get('/');
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.headers).not.toHaveProperty('referer');
  });

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'refused'],
    [403, 'refused'],
    [429, 'refused'],
    [402, 'paywall'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('status %i is told as %s', async (status, problem) => {
    answer = (_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<p>sorry');
    expect(await get('/')).toEqual({ ok: false, problem, status });
  });

  it('takes what has no type by its first bytes, and no picture', async () => {
    answer = (request, response) =>
      response.writeHead(200).end(request.url === '/pdf' ? '%PDF-1.7 …' : request.url === '/html' ? ' <!DOCTYPE html><p>x' : 'only words');
    expect(await get('/pdf')).toMatchObject({ value: { type: 'application/pdf' } });
    expect(await get('/html')).toMatchObject({ value: { type: 'text/html' } });
    expect(await get('/text')).toMatchObject({ value: { type: 'text/plain' } });
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.from([1, 0, 2]));
    expect(await get('/')).toEqual({ ok: false, problem: 'wrong-type' });
    answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x');
    expect(await get('/')).toEqual({ ok: false, problem: 'wrong-type' });
  });

  it('ends a circle of redirects as unreachable', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await get('/')).toEqual({ ok: false, problem: 'unreachable' });
  });

  it('does not use what a redirect fetched from this machine', async () => {
    answer = (request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: `http://localhost:${(server.address() as AddressInfo).port}/in` }).end()
        : response.end('secret');
    expect(await get('/')).toEqual({ ok: false, problem: 'private-address' });
  });

  it('asks nobody for a private address', async () => {
    html('<p>x');
    expect(await fetchSource('http://127.0.0.1/', new AbortController().signal)).toEqual({ ok: false, problem: 'private-address' });
    expect(seen).toEqual([]);
  });

  it('cuts off a stream that does not end, at the longest source', async () => {
    let sent = 0;
    const piece = Buffer.alloc(1_000_000, 'a');
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
        sent += piece.length;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await get('/')).toEqual({ ok: false, problem: 'too-large' });
    expect(sent).toBeLessThan(MAX_SOURCE_BYTES * 2);
  });

  it('does not begin one that says it is too long', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(MAX_SOURCE_BYTES + 1) }).write('x');
    expect(await get('/')).toEqual({ ok: false, problem: 'too-large' });
  });

  it('waits for a silent server no longer than it should, and stops when the reader does', async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const silent = get('/');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await silent).toEqual({ ok: false, problem: 'timed-out' });
    const reader = new AbortController();
    const stopped = get('/', reader.signal);
    reader.abort();
    expect(await stopped).toEqual({ ok: false, problem: 'timed-out' });
    expect(await get('/', reader.signal)).toEqual({ ok: false, problem: 'timed-out' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
