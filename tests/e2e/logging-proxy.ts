import { createServer, type Socket } from 'node:net';

export interface LoggingProxy {
  /** `127.0.0.1:PORT`. */
  address: string;
  /** Hosts that were asked for, in order: every request that would have left the machine. */
  asked: string[];
  close(): Promise<void>;
}

/** Writes down the host of each request and refuses it. */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      const [, target = ''] = data.toString('latin1').split(' ');
      asked.push(URL.canParse(target) && target.startsWith('http') ? new URL(target).host : target);
      socket.end('HTTP/1.1 502 Refused\r\ncontent-length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    address: `127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
