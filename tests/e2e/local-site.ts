import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export interface LocalSite {
  /** `http://127.0.0.1:PORT`; `http://localhost:PORT` is the same site under another origin. */
  origin: string;
  port: number;
  /** Serves `body` at `path` from now on, also in place of a file. */
  serve(path: string, body: string | Uint8Array, headers?: Record<string, string>): void;
  /** Sends whoever asks for `path` on to another address. */
  redirect(path: string, to: string): void;
  close(): Promise<void>;
}

/** A web site on the loopback: the files of `folder`, and whatever a test puts there. */
export async function startLocalSite(folder: string, port = 0): Promise<LocalSite> {
  const served = new Map<string, { status: number; body: string | Uint8Array; headers: Record<string, string> }>();
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const own = served.get(path);
    if (own) {
      response.writeHead(own.status, { 'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8', ...own.headers }).end(own.body);
      return;
    }
    try {
      const body = await readFile(join(folder, normalize(path)));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      // Whatever cannot be read does not exist for a visitor.
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local site has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    serve: (path, body, headers = {}) => served.set(path, { status: 200, body, headers }),
    redirect: (path, to) => served.set(path, { status: 301, body: '', headers: { location: to } }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
