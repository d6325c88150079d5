import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask, type FrameHandlers, isAlive, onFrameRequest, tell } from '../../../utils/messaging/ask.ts';
import { askFrame } from '../../../utils/messaging/ask-frame.ts';
import { type FrameRequest, type FrameRequestName, type SentFrameResponse, toFrame } from '../../../utils/messaging/protocol.ts';
import { packPage } from './pack-page.ts';
import { samplePage } from './sample-page.ts';

const undelivered = () => new Error('Could not establish connection. Receiving end does not exist.');

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { id: 'test-extension-id' });
});
afterEach(() => vi.restoreAllMocks());

// The types of the mocks are those of the overloads with a callback, which nobody here uses.
type Sending = (...args: unknown[]) => Promise<unknown>;
const runtime = () => vi.spyOn(fakeBrowser.runtime as unknown as { sendMessage: Sending }, 'sendMessage');
const frames = () => vi.spyOn(fakeBrowser.tabs as unknown as { sendMessage: Sending }, 'sendMessage');

describe('asking the background', () => {
  it('sends name and request, and gives the answer', async () => {
    const send = runtime().mockResolvedValue({ ok: true, value: { id: 'x', created: true } });
    expect(await ask('quotation.keep', { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' })).toEqual({
      ok: true,
      value: { id: 'x', created: true },
    });
    expect(send).toHaveBeenCalledWith({ name: 'quotation.keep', request: { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' } });
  });

  it('gives the handler’s code', async () => {
    runtime().mockResolvedValue({ ok: false, code: 'paused' });
    expect(await ask('page.draw', {})).toEqual({ ok: false, code: 'paused' });
  });

  it('a worker that was just starting is asked once more', async () => {
    const send = runtime().mockRejectedValueOnce(undelivered()).mockResolvedValue({ ok: true, value: {} });
    expect(await ask('page.draw', {})).toEqual({ ok: true, value: {} });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('a worker that stays away is a value', async () => {
    runtime().mockRejectedValue(undelivered());
    expect(await ask('page.draw', {})).toEqual({ ok: false, code: 'no-answer' });
  });

  it('a worker that was stopped while it worked is not asked again: it may have done it', async () => {
    const send = runtime().mockRejectedValue(new Error('A listener indicated an asynchronous response, but the message channel closed'));
    expect(await ask('quotation.keep', { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' })).toEqual({ ok: false, code: 'no-answer' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('no answer at all is a value', async () => {
    runtime().mockResolvedValue(undefined);
    expect(await ask('page.draw', {})).toEqual({ ok: false, code: 'no-answer' });
  });

  it('an extension that was updated under the page is a value, before and during the asking', async () => {
    const send = runtime().mockImplementation(async () => {
      Object.assign(fakeBrowser.runtime, { id: undefined });
      throw new Error('Extension context invalidated.');
    });
    expect(await ask('page.draw', {})).toEqual({ ok: false, code: 'extension-updated' });
    expect(await ask('page.draw', {})).toEqual({ ok: false, code: 'extension-updated' });
    expect(send).toHaveBeenCalledTimes(1);
    expect(isAlive()).toBe(false);
  });

  it('brings no zod along: content scripts use it', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../utils/messaging/ask.ts'), 'utf8');
    const values = source.match(/^import (?!type\b).*$/gm) ?? [];
    expect(values).toEqual(["import { browser } from 'wxt/browser';"]);
  });
});

/** Every row of the requests to frames: what is asked, an answer that fits and one that does not. */
const rows: { [N in FrameRequestName]: { request: FrameRequest<N>; response: SentFrameResponse<N>; bad: unknown } } = {
  'frame.view': {
    request: {},
    response: { view: { quotations: [], highlights: [], truncated: false }, url: 'https://gazette.example/story' },
    bad: { view: { quotations: [{ text: 5 }], highlights: [], truncated: false }, url: 'x' },
  },
  'frame.text': { request: {}, response: { page: packPage(samplePage()) }, bad: { page: samplePage() } },
  'frame.refresh': { request: {}, response: {}, bad: 5 },
  'frame.jump': { request: { target: { id: 'a' } }, response: { shown: true }, bad: { shown: 'yes' } },
  'frame.address': {
    request: { span: { start: 0, end: 5 }, exact: 'Words' },
    response: { address: 'https://gazette.example/story' },
    bad: { address: 5 },
  },
  'frame.command': { request: { command: 'note', focused: true, attach: 'token' }, response: { acted: true }, bad: {} },
  'card.resize': { request: { height: 300 }, response: {}, bad: null },
  'card.close': { request: {}, response: {}, bad: null },
};
const names = Object.keys(toFrame) as FrameRequestName[];

describe('telling a frame', () => {
  it('every request to a frame has its case here', () => expect(Object.keys(rows).sort()).toEqual([...names].sort()));

  it.each(names)('%s goes to that frame of that tab', async (name) => {
    const { request, response, bad } = rows[name];
    const send = frames().mockResolvedValue({ ok: true, value: response });
    expect(await tell(7, 3, name, request)).toEqual({ ok: true, value: response });
    expect(send).toHaveBeenCalledWith(7, { name, request }, { frameId: 3 });
    expect(toFrame[name].request.safeParse(request).success).toBe(true);
    const value = name === 'frame.text' ? { page: samplePage() } : response;
    expect(await askFrame(7, 3, name, request)).toEqual({ ok: true, value });

    send.mockResolvedValue({ ok: true, value: bad });
    expect(await askFrame(7, 3, name, request)).toEqual({ ok: false, code: 'bad-request' });
  });

  it('a frame without a script of ours, and one that is gone, are values', async () => {
    frames().mockRejectedValue(undelivered());
    expect(await tell(7, 0, 'frame.view', {})).toEqual({ ok: false, code: 'no-page' });
    expect(await askFrame(7, 0, 'frame.view', {})).toEqual({ ok: false, code: 'no-page' });
    frames().mockResolvedValue(undefined);
    expect(await tell(7, 0, 'frame.view', {})).toEqual({ ok: false, code: 'no-page' });
  });
});

describe('answering in a frame', () => {
  const own = { id: 'test-extension-id' };

  /** The answers of all listeners to one message: what each returned, and what was replied. */
  async function message(name: string, request: unknown, sender: { id?: string } = own) {
    const replies: unknown[] = [];
    const kept = await fakeBrowser.runtime.onMessage.trigger({ name, request }, sender, (reply: unknown) => replies.push(reply));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { kept, replies };
  }

  function answer(handlers: FrameHandlers): AbortController {
    const life = new AbortController();
    onFrameRequest(handlers, life.signal);
    return life;
  }

  it('gives the handler’s value', async () => {
    answer({ 'frame.jump': ({ target }) => ({ shown: 'id' in target }) });
    expect(await message('frame.jump', { target: { id: 'a' } })).toEqual({ kept: [true], replies: [{ ok: true, value: { shown: true } }] });
  });

  it('leaves names it does not know to other listeners, also those of every object', async () => {
    answer({ 'card.close': () => ({}) });
    for (const name of ['frame.view', 'toString', 'constructor', '__proto__']) {
      expect(await message(name, {})).toEqual({ kept: [undefined], replies: [] });
    }
  });

  it('several scripts of a frame answer each its own', async () => {
    answer({ 'card.close': () => ({}) });
    answer({ 'frame.view': () => ({ view: null, url: 'u' }) });
    expect(await message('frame.view', {})).toEqual({ kept: [undefined, true], replies: [{ ok: true, value: { view: null, url: 'u' } }] });
  });

  it('does not answer strangers', async () => {
    answer({ 'card.close': () => ({}) });
    expect(await message('card.close', {}, { id: 'other-extension' })).toEqual({ kept: [undefined], replies: [] });
    expect(await message('card.close', {}, {})).toEqual({ kept: [undefined], replies: [] });
  });

  it('stops when its life ends', async () => {
    const life = answer({ 'card.close': () => ({}) });
    life.abort();
    expect(await message('card.close', {})).toEqual({ kept: [], replies: [] });
  });

  it('does not start after its life has ended', async () => {
    onFrameRequest({ 'card.close': () => ({}) }, AbortSignal.abort());
    expect(await message('card.close', {})).toEqual({ kept: [], replies: [] });
  });

  it('ends quietly when the extension is gone', () => {
    const life = answer({ 'card.close': () => ({}) });
    Object.assign(fakeBrowser.runtime, { id: undefined });
    expect(() => life.abort()).not.toThrow();
  });

  it('a bug in a handler is "unexpected", and is seen', async () => {
    const seen: unknown[] = [];
    vi.stubGlobal('queueMicrotask', (run: () => void) => {
      try {
        run();
      } catch (error) {
        seen.push(error);
      }
    });
    const bug = new TypeError('a bug');
    answer({
      'card.close': () => {
        throw bug;
      },
    });
    expect((await message('card.close', {})).replies).toEqual([{ ok: false, code: 'unexpected' }]);
    vi.unstubAllGlobals();
    expect(seen).toEqual([bug]);
  });
});
