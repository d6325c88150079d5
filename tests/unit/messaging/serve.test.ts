import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '../../../utils/domain/error-code.ts';
import { protocol, type Request, type RequestName, type SentRequest } from '../../../utils/messaging/protocol.ts';
import { type AskingFrame, type Handlers, handle, type Sender, serve } from '../../../utils/messaging/serve.ts';
import { aCorrection } from '../db/a-correction.ts';
import { sample } from '../db/sample.ts';
import { packPage } from './pack-page.ts';
import { samplePage } from './sample-page.ts';

const OWN = 'chrome-extension://test-extension-id';
const notAllowed = { ok: false, code: 'not-allowed' };
const badRequest = { ok: false, code: 'bad-request' };

/** Handlers that only note what they were given. */
const calls: { name: string; request: unknown; asker: unknown }[] = [];
const noting = Object.fromEntries(
  Object.keys(protocol).map((name) => [
    name,
    (request: unknown, asker: unknown) => {
      calls.push({ name, request, asker });
      return ok({});
    },
  ]),
) as unknown as Handlers; // one a name; what they answer is not looked at
const send = (message: unknown, sender: Sender, inTop = false) => handle(noting, message, sender, async () => inTop);

const inPage: Sender = {
  id: 'test-extension-id',
  origin: 'https://gazette.example',
  url: 'https://gazette.example/story',
  frameId: 0,
  documentId: 'D1',
  tab: { id: 7, url: 'https://gazette.example/story', incognito: false },
};
const ownPopup: Sender = { id: 'test-extension-id', origin: OWN, url: `${OWN}/popup.html` };
const senderOf = (role: 'content' | 'extension') => (role === 'content' ? inPage : ownPopup);

/** Every row of the protocol: a request that fits (and what arrives of it, where it was packed), and some that do not. */
const rows: { [N in RequestName]: { good: SentRequest<N>; arrives?: Request<N>; bad: unknown[] } } = {
  'page.open': { good: {}, bad: [null, 'x', 5, undefined] },
  'page.view': {
    good: { page: packPage(samplePage()) },
    arrives: { page: samplePage() },
    bad: [{}, { page: { text: 'x' } }, { page: samplePage() }, { page: { ...packPage(samplePage()), rows: [0, 0, 900, 1, -1] } }],
  },
  'page.draw': { good: {}, bad: [null] },
  'annotation.create': {
    good: { span: { start: 0, end: 3 }, exact: 'Har', colour: null, quotation: null },
    bad: [
      {},
      { span: { start: -1, end: 3 }, exact: 'Har', colour: null, quotation: null },
      { span: { start: 0.5, end: 3 }, exact: 'Har', colour: null, quotation: null },
      { span: { start: 0, end: 3 }, exact: 'Har', colour: 'red', quotation: null },
      { span: { start: 0, end: 3 }, exact: 5, colour: null, quotation: null },
    ],
  },
  'card.open': {
    good: { id: 'a', focus: 'note' },
    bad: [{ id: 'a', focus: 'all' }, { focus: 'note' }, { id: 'x'.repeat(65), focus: 'note' }],
  },
  'card.context': { good: { token: 't' }, bad: [{}, { token: 1 }] },
  'card.tell': {
    good: { frame: { tabId: 1, frameId: 0 }, height: null },
    bad: [{}, { frame: { tabId: 1, frameId: 0 } }, { frame: { tabId: 1 }, height: 5 }, { frame: { tabId: 1, frameId: 0 }, height: '5' }],
  },
  'annotation.get': { good: { id: 'a' }, bad: [{}, { id: 5 }, { id: 'x'.repeat(65) }] },
  'annotation.replace': {
    good: { annotation: sample(1), basedOn: sample(1).modified },
    bad: [{ annotation: sample(1) }, { annotation: { ...sample(1), id: 'no uuid' }, basedOn: '' }, { basedOn: '' }],
  },
  'annotation.typed': {
    good: { id: 'a', field: 'claim/c/text', base: '', text: 'x' },
    bad: [
      { id: 'a', field: 'target', base: '', text: 'x' },
      { id: 'a', field: 'note', text: 'x' },
    ],
  },
  'annotation.remove': { good: { ids: ['a'] }, bad: [{}, { ids: 'a' }, { ids: [5] }] },
  'annotation.restore': { good: { ids: ['a'] }, bad: [{}, { ids: 'a' }, { ids: [5] }] },
  'annotation.attach': { good: { tabId: 1, id: 'a' }, bad: [{}, { tabId: '1', id: 'a' }, { tabId: 1, id: 'x'.repeat(65) }] },
  'annotation.search': { good: { id: 'a' }, bad: [{}, { id: 5 }] },
  'anchor.get': { good: { id: 'a' }, bad: [{}, { id: 5 }] },
  'anchor.dismiss': { good: { id: 'a', words: null }, bad: [{ id: 'a' }, { id: 'a', words: 5 }] },
  vocabulary: { good: {}, bad: [null] },
  'correction.open': {
    good: { quotation: 0, place: { start: 0, end: 3, exact: 'Har' }, take: { of: 'speaker', index: 1 } },
    bad: [
      { quotation: 0, place: { start: 0, end: 3, exact: 'Har' } },
      { quotation: 0, place: { start: 0, end: 3 }, take: null },
      { quotation: 0, place: { start: 0, end: 3, exact: 'Har' }, take: { of: 'speaker', name: 'Anybody' } },
      { quotation: 0, place: { start: 0, end: 3, exact: 'Har' }, take: { of: 'rule', index: 0 } },
      { quotation: 0, place: { start: 0, end: 3, exact: 'Har' }, take: { of: 'source', index: -1 } },
    ],
  },
  'check.open': {
    good: { quotation: 0, place: { start: 0, end: 3, exact: 'Har' } },
    bad: [
      { quotation: 0 },
      { quotation: '0', place: { start: 0, end: 3, exact: 'Har' } },
      { quotation: 0, place: { start: -1, end: 3, exact: 'Har' } },
    ],
  },
  'correction.draft': {
    good: { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' },
    bad: [
      { tabId: 1, frameId: 0, index: 0 },
      { tabId: 1, start: 0, end: 3, exact: 'Har' },
    ],
  },
  'correction.put': {
    good: { correction: aCorrection(1), annotationIds: ['a'] },
    bad: [{ correction: aCorrection(1) }, { correction: { ...aCorrection(1), id: 'no uuid' }, annotationIds: [] }, { annotationIds: [] }],
  },
  'correction.remove': { good: { ids: ['a'] }, bad: [{}, { ids: 'a' }, { ids: [5] }] },
  'check.subject': {
    good: { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' },
    bad: [{}, { tabId: 1, frameId: 0, start: -1, end: 3, exact: 'Har' }, { tabId: 1, frameId: 0, start: 0, end: 3 }],
  },
  'annotation.variants': { good: { id: 'a' }, bad: [{}, { id: 1 }] },
  'tab.text': { good: { tabId: 1 }, bad: [{}, { tabId: '1' }] },
  'tab.view': { good: { tabId: 1 }, bad: [{}, { tabId: '1' }, { tabId: null }] },
  'quotation.keep': {
    good: { tabId: 1, frameId: 0, start: 0, end: 3, exact: 'Har' },
    bad: [
      { tabId: 1, frameId: 0, index: 0 },
      { tabId: 1, frameId: 0, start: 0, end: 3 },
      { tabId: 1, frameId: 0, start: -1, end: 3, exact: 'Har' },
      { tabId: 1, frameId: 0, start: 0, end: '3', exact: 'Har' },
    ],
  },
  'tab.jump': {
    good: { tabId: 1, frameId: 0, target: { start: 0, end: 3, exact: 'Har' } },
    bad: [
      { tabId: 1, frameId: 0 },
      { tabId: 1, frameId: 0, target: {} },
      { tabId: 1, frameId: 0, target: { index: 2 } },
      { tabId: 1, frameId: 0, target: { id: 5 } },
    ],
  },
  'store.changed': { good: {}, bad: [null] },
};

beforeEach(() => {
  calls.length = 0;
});

describe('every message', () => {
  it('has its cases here', () => expect(Object.keys(rows).sort()).toEqual(Object.keys(protocol).sort()));

  describe.each(Object.keys(protocol) as RequestName[])('%s', (name) => {
    const { from } = protocol[name];

    it('reaches its handler when the one who may ask sends what fits', async () => {
      expect(await send({ name, request: rows[name].good }, senderOf(from))).toEqual({ ok: true, value: {} });
      expect(calls).toEqual([{ name, request: rows[name].arrives ?? rows[name].good, asker: expect.anything() }]);
    });

    it('is refused from the other role', async () => {
      expect(await send({ name, request: rows[name].good }, senderOf(from === 'content' ? 'extension' : 'content'))).toEqual(notAllowed);
      expect(calls).toEqual([]);
    });

    it('is refused in a wrong shape', async () => {
      for (const request of rows[name].bad) expect(await send({ name, request }, senderOf(from))).toEqual(badRequest);
      expect(calls).toEqual([]);
    });

    it('does not pass on what the schema does not name', async () => {
      await send({ name, request: { ...rows[name].good, extra: 1 } }, senderOf(from));
      expect(calls[0]?.request).toEqual(rows[name].arrives ?? rows[name].good);
    });
  });
});

describe('who is asking', () => {
  const askers = async (sender: Sender) => {
    const content = await send({ name: 'page.open', request: {} }, sender);
    const extension = await send({ name: 'store.changed', request: {} }, sender);
    return { content: content.ok, extension: extension.ok };
  };

  it('an extension page in a tab is an extension page, although it has a tab', async () => {
    const library: Sender = { ...ownPopup, url: `${OWN}/library.html`, frameId: 0, tab: { id: 3, url: `${OWN}/library.html` } };
    expect(await askers(library)).toEqual({ content: false, extension: true });
    expect(calls[0]?.asker).toEqual({ tabId: 3, frameId: 0, documentId: null });
  });

  it('the card’s frame in a page is an extension page, and is told apart by its frame', async () => {
    const card: Sender = { ...inPage, origin: OWN, url: `${OWN}/card.html`, frameId: 12 };
    expect(await askers(card)).toEqual({ content: false, extension: true });
    expect(calls[0]?.asker).toEqual({ tabId: 7, frameId: 12, documentId: 'D1' });
  });

  it('a content script is one, whatever its page is called', async () => {
    for (const origin of [
      'https://gazette.example',
      'http://localhost:8080',
      'null',
      `${OWN}.evil.example`,
      'chrome-extension://other',
      '',
    ])
      expect(await askers({ ...inPage, origin })).toEqual({ content: true, extension: false });
  });

  it('other extensions and pages are nobody', async () => {
    for (const sender of [{ ...ownPopup, id: 'other-extension' }, { ...inPage, id: 'other-extension' }, { ...inPage, id: undefined }, {}])
      expect(await askers(sender)).toEqual({ content: false, extension: false });
  });

  it('a sender without tab and with a foreign origin is nobody', async () => {
    expect(await askers({ id: 'test-extension-id', origin: 'https://gazette.example', url: 'https://gazette.example/' })).toEqual({
      content: false,
      extension: false,
    });
  });

  it('where a browser gives no origin, the URL tells', async () => {
    expect(await askers({ ...ownPopup, origin: undefined })).toEqual({ content: false, extension: true });
    expect(await askers({ ...inPage, origin: undefined })).toEqual({ content: true, extension: false });
  });

  it('what a message says of its sender counts for nothing', async () => {
    const forged = { name: 'store.changed', request: {}, sender: ownPopup, origin: OWN, role: 'extension', from: 'extension' };
    expect(await send(forged, inPage)).toEqual(notAllowed);
  });
});

describe('which page it is', () => {
  const frame = async (sender: Sender): Promise<AskingFrame> => {
    await send({ name: 'page.open', request: {} }, sender);
    return calls.at(-1)?.asker as AskingFrame; // what `page.open` handlers are given
  };

  it('in the top frame the tab’s URL counts: the sender’s is stale after pushState', async () => {
    const moved = { ...inPage, url: 'https://gazette.example/story', tab: { id: 7, url: 'https://gazette.example/next' } };
    expect(await frame(moved)).toMatchObject({ tabId: 7, frameId: 0, url: 'https://gazette.example/next', documentId: 'D1' });
  });

  it('in a subframe its own URL counts, never that of the page around it', async () => {
    const embedded = { ...inPage, frameId: 4, origin: 'https://embed.example', url: 'https://embed.example/post/1' };
    expect(await frame(embedded)).toMatchObject({
      frameId: 4,
      url: 'https://embed.example/post/1',
      topUrl: 'https://gazette.example/story',
    });
  });

  describe.each(['about:srcdoc', 'about:blank', 'data:text/html,x', 'blob:https://gazette.example/1', undefined])(
    'a frame at %s',
    (url) => {
      it('of the page’s own origin goes by the page', async () => {
        expect(await frame({ ...inPage, frameId: 4, url })).toMatchObject({ url: 'https://gazette.example/story', hasOwnUrl: false });
      });

      it('that a frame of another origin wrote is that origin’s, never the page’s', async () => {
        const advert = { ...inPage, frameId: 4, url, origin: 'https://adverts.example' };
        expect(await frame(advert)).toMatchObject({ url: 'https://adverts.example/', hasOwnUrl: false });
      });

      it.each(['null', undefined, 'data:', ''])('of origin %s is nobody', async (origin) => {
        expect(await send({ name: 'page.open', request: {} }, { ...inPage, frameId: 4, url, origin })).toEqual(notAllowed);
      });
    },
  );

  describe('a sandboxed srcdoc frame', () => {
    const sandboxed: Sender = { ...inPage, frameId: 4, url: 'about:srcdoc', origin: 'null' };
    const open = { name: 'page.open', request: {} };

    it('right in the page was filled by the page, and goes by it', async () => {
      expect(await send(open, sandboxed, true)).toEqual(ok({}));
      expect(calls.at(-1)?.asker).toMatchObject({ frameId: 4, url: 'https://gazette.example/story', hasOwnUrl: false });
    });

    it('in another frame is nobody', async () => {
      expect(await send(open, sandboxed, false)).toEqual(notAllowed);
    });

    it('is asked where it stands only as a frame of ours in a page of the web', async () => {
      for (const sender of [
        { ...sandboxed, id: 'other-extension' },
        { ...sandboxed, tab: { id: 7, url: 'file:///home/a.html' } },
        { ...sandboxed, url: 'data:text/html,x' },
        { ...sandboxed, url: 'about:blank' },
        { ...sandboxed, tab: undefined },
      ])
        expect(await send(open, sender, true)).toEqual(notAllowed);
    });

    it('has no right that a page has not', async () => {
      expect(await send({ name: 'store.changed', request: {} }, sandboxed, true)).toEqual(notAllowed);
    });
  });

  it('a page of another scheme is none that may ask', async () => {
    const sender = { ...inPage, url: 'file:///home/a.html', tab: { id: 7, url: 'file:///home/a.html' } };
    expect(await send({ name: 'page.open', request: {} }, sender)).toEqual(notAllowed);
  });

  it('a private window is told', async () => {
    expect((await frame({ ...inPage, tab: { id: 7, url: 'https://gazette.example/', incognito: true } })).incognito).toBe(true);
    expect((await frame(inPage)).incognito).toBe(false);
  });
});

describe('names', () => {
  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'annotation.list', 'PAGE.OPEN', ''])('%s is unknown', async (name) => {
    expect(await send({ name, request: {} }, inPage)).toEqual(badRequest);
    expect(await send({ name, request: {} }, ownPopup)).toEqual(badRequest);
  });

  it('anything that is no message is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), request: fc.anything() })), async (message) => {
        const name = typeof message === 'object' && message !== null && 'name' in message ? message.name : null;
        fc.pre(!(typeof name === 'string' && Object.hasOwn(protocol, name)));
        expect(await send(message, inPage)).toEqual(badRequest);
      }),
    );
    expect(calls).toEqual([]);
  });

  it('a request of any shape is refused or fits, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...(Object.keys(protocol) as RequestName[])), fc.anything(), async (name, request) => {
        const answer = await send({ name, request }, senderOf(protocol[name].from));
        expect(answer.ok).toBe(protocol[name].request.safeParse(request).success);
      }),
    );
  });
});

describe('serving', () => {
  beforeEach(() => fakeBrowser.reset());
  const listen = (handlers: Handlers) => {
    const addListener = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    serve(handlers, async () => false);
    return addListener.mock.calls[0]?.[0] as unknown as (message: unknown, sender: Sender, reply: (r: unknown) => void) => unknown;
  };

  it('keeps the channel open and replies', async () => {
    const listener = listen(noting);
    const reply = await new Promise((resolve) => expect(listener({ name: 'page.open', request: {} }, inPage, resolve)).toBe(true));
    expect(reply).toEqual({ ok: true, value: {} });
  });

  it('is synchronous up to the handler: some calls need the click that sent the message', () => {
    const listener = listen(noting);
    listener({ name: 'page.open', request: {} }, inPage, () => undefined);
    expect(calls).toHaveLength(1);
  });

  it('a bug in a handler answers "unexpected" and is seen', async () => {
    const seen: unknown[] = [];
    vi.stubGlobal('queueMicrotask', (run: () => void) => {
      try {
        run();
      } catch (error) {
        seen.push(error);
      }
    });
    const bug = new TypeError('a bug');
    const listener = listen({
      ...noting,
      'page.open': () => {
        throw bug;
      },
    });
    const reply = await new Promise((resolve) => listener({ name: 'page.open', request: {} }, inPage, resolve));
    vi.unstubAllGlobals();
    expect(reply).toEqual({ ok: false, code: 'unexpected' });
    expect(seen).toEqual([bug]);
  });

  it('never listens to other extensions or to pages', () => {
    const external = vi.spyOn(fakeBrowser.runtime.onMessageExternal, 'addListener').mockImplementation(() => undefined);
    const connect = vi.spyOn(fakeBrowser.runtime.onConnectExternal, 'addListener').mockImplementation(() => undefined);
    serve(noting, async () => false);
    expect(external).not.toHaveBeenCalled();
    expect(connect).not.toHaveBeenCalled();
  });
});
