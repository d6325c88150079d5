import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { FOLLOW_PREFIX, follow } from '../../../utils/messaging/follow.ts';
import { type Following, type Sender, serveFollowing } from '../../../utils/messaging/serve.ts';
import { sample } from '../db/sample.ts';

const OWN = 'chrome-extension://test-extension-id';
const card: Sender = {
  id: 'test-extension-id',
  origin: OWN,
  url: `${OWN}/card.html`,
  frameId: 12,
  tab: { id: 7, url: 'https://gazette.example/' },
};
const content: Sender = { ...card, origin: 'https://gazette.example', url: 'https://gazette.example/', frameId: 0 };

/** One end of a connection; what is posted on it, and whether it was closed. */
class Port {
  posted: unknown[] = [];
  closed = false;
  receive: (message: unknown) => void = () => undefined;
  end: () => void = () => undefined;
  onMessage = {
    addListener: (listener: (message: unknown) => void): void => {
      this.receive = listener;
    },
  };
  onDisconnect = {
    addListener: (listener: () => void): void => {
      this.end = listener;
    },
  };
  name: string;
  sender: Sender | undefined;
  constructor(name: string, sender?: Sender) {
    this.name = name;
    this.sender = sender;
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  disconnect(): void {
    this.closed = true;
  }
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { id: 'test-extension-id' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('serving those who follow an annotation', () => {
  let following: { id: string; tell: (annotation: Annotation | null) => void; signal: AbortSignal }[];
  function connect(port: Port): Port {
    following = [];
    const listen = vi.spyOn(fakeBrowser.runtime.onConnect as { addListener: (l: (port: unknown) => void) => void }, 'addListener');
    listen.mockImplementation((listener) => listener(port));
    const start: Following = (id, tell, signal) => void following.push({ id, tell, signal });
    serveFollowing(start);
    return port;
  }

  it('tells a page of ours, until it goes', () => {
    const port = connect(new Port(`${FOLLOW_PREFIX}a`, card));
    expect(following.map(({ id }) => id)).toEqual(['a']);
    following[0]?.tell(sample(1));
    port.end();
    following[0]?.tell(null);
    expect([port.posted, following[0]?.signal.aborted]).toEqual([[{ annotation: sample(1) }], true]);
  });

  it.each<[string, Sender | undefined]>([
    ['a content script', content],
    ['another extension', { ...card, id: 'other' }],
    ['nobody', undefined],
  ])('tells %s nothing and hangs up', (_, sender) => {
    const port = connect(new Port(`${FOLLOW_PREFIX}a`, sender));
    expect([following, port.closed]).toEqual([[], true]);
  });

  it('hangs up on other names', () => {
    const port = connect(new Port('something', card));
    expect([following, port.closed]).toEqual([[], true]);
  });
});

describe('following an annotation', () => {
  function connecting(): Port[] {
    const ports: Port[] = [];
    vi.spyOn(fakeBrowser.runtime as unknown as { connect: (info: { name: string }) => Port }, 'connect').mockImplementation(({ name }) => {
      const port = new Port(name);
      ports.push(port);
      return port;
    });
    return ports;
  }

  it('gives each value until it is ended', () => {
    const ports = connecting();
    const life = new AbortController();
    const seen: unknown[] = [];
    follow('a', (value) => seen.push(value), life.signal);
    ports[0]?.receive({ annotation: sample(1) });
    life.abort();
    ports[0]?.receive({ annotation: null });
    expect([seen, ports[0]?.closed]).toEqual([[sample(1)], true]);
  });

  it('goes on after the worker was stopped, and not after its own end', () => {
    vi.useFakeTimers();
    const ports = connecting();
    const life = new AbortController();
    follow('a', () => undefined, life.signal);
    ports[0]?.end();
    vi.runAllTimers();
    expect(ports.map(({ name }) => name)).toEqual([`${FOLLOW_PREFIX}a`, `${FOLLOW_PREFIX}a`]);
    life.abort();
    ports[1]?.end();
    vi.runAllTimers();
    expect(ports).toHaveLength(2);
  });

  it('does not start for an extension that is gone', () => {
    const ports = connecting();
    Object.assign(fakeBrowser.runtime, { id: undefined });
    follow('a', () => undefined, new AbortController().signal);
    expect(ports).toEqual([]);
  });
});
