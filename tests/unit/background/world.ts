import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as resolution from '../../../utils/anchor/resolve.ts';
import * as detection from '../../../utils/detect/detect-quotations.ts';
import type { PageView } from '../../../utils/domain/anchor.ts';
import type { Result } from '../../../utils/domain/error-code.ts';
import type { PageText, TextSpan } from '../../../utils/domain/page-text.ts';
import type { FrameRequest, Request, RequestName, Response } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/serve.ts';
import { packPage } from '../messaging/pack-page.ts';

/** A frame with our content script in it. */
export interface Frame {
  tabId: number;
  frameId: number;
  /** What `location.href` says. */
  url: string;
  /** The frame's document; another one after each load. */
  documentId?: string | undefined;
  page: PageText | null;
  view: PageView | null;
  /** What the script was told, by name. */
  told: string[];
  /** Whether something is selected in it, and whether it has the keyboard's focus. */
  selected?: boolean;
  focused?: boolean;
  /** What it tells when it is asked to attach an annotation to its selection. */
  selection?: TextSpan;
  /** Under which address the words came that are asked about, where that is not its URL. */
  address?: string;
  /** Commands that it acted on. */
  acted?: string[];
}

interface Tab {
  id: number;
  url?: string | undefined;
  title: string;
  status: string;
  incognito: boolean;
}

type Any = (...args: never[]) => unknown;
/** Replaces a function of the fake browser, whose own throws "not implemented". */
const stub = (api: object, name: string, implementation: Any) =>
  vi.spyOn(api as Record<string, Any>, name).mockImplementation(implementation as Any);

// The engines have no state: a started worker takes those of the one before, which saves their loading.
vi.doMock('../../../utils/detect/detect-quotations.ts', () => detection);
vi.doMock('../../../utils/anchor/resolve.ts', () => resolution);

/** As a content script sends it; junk stays as it is. */
const packed = (page: PageText | null): unknown => (Array.isArray(page?.elements) ? packPage(page) : page);

const holds = ({ page }: Frame, { span, exact }: FrameRequest<'frame.address'>): boolean =>
  page !== null && page.text.slice(span.start, span.end) === exact;

/** Tabs, frames and the parts of a browser that the background works with. The background itself is real, as are database and engines. */
export class World {
  frames = new Map<string, Frame>();
  tabs = new Map<number, Tab>();
  badge = new Map<number, string>();
  title = new Map<number, string>();
  scripts: { files: string[]; target: object }[] = [];
  hosts = true;
  #handle: ((message: unknown, sender: Sender) => Promise<Result<unknown>>) | null = null;

  constructor() {
    fakeBrowser.reset();
    Object.assign(fakeBrowser.runtime, { id: 'test-extension-id' });
    stub(fakeBrowser.tabs, 'sendMessage', (tabId: number, message: { name: string; request: unknown }, { frameId }: { frameId: number }) =>
      this.#answer(tabId, frameId, message),
    );
    stub(fakeBrowser.tabs, 'get', async (tabId: number) => {
      const tab = this.tabs.get(tabId);
      if (!tab) throw new Error(`No tab with id: ${tabId}.`);
      return tab;
    });
    stub(fakeBrowser.tabs, 'update', async () => ({}));
    stub(fakeBrowser.permissions, 'contains', async () => this.hosts);
    stub(fakeBrowser.scripting, 'insertCSS', async () => undefined);
    stub(fakeBrowser.scripting, 'executeScript', async (script: { files: string[]; target: object }) => {
      this.scripts.push(script);
      return [];
    });
    stub(fakeBrowser.i18n, 'getMessage', (key: string, values: string[] = []) => [key, ...values].join(' '));
    stub(fakeBrowser.action, 'setBadgeText', async ({ tabId, text }: { tabId: number; text: string }) => void this.badge.set(tabId, text));
    stub(fakeBrowser.action, 'setTitle', async ({ tabId, title }: { tabId: number; title: string }) => void this.title.set(tabId, title));
    stub(fakeBrowser.action, 'setBadgeBackgroundColor', async () => undefined);
  }

  /** Starts the background's code anew: its memory is gone, storage and database stay. */
  async startWorker(): Promise<void> {
    vi.resetModules();
    const { handlers } = await import('../../../entrypoints/background/handlers.ts');
    const { isInTop } = await import('../../../entrypoints/background/is-in-top.ts');
    const { handle } = await import('../../../utils/messaging/serve.ts');
    this.#handle = (message, sender) => handle(handlers, message, sender, isInTop);
  }

  /** Loads a page into a frame; the top frame gives its tab the URL. */
  load(page: PageText, { tabId = 1, frameId = 0, documentId, incognito = false }: Partial<Frame> & { incognito?: boolean } = {}): Frame {
    const frame: Frame = { tabId, frameId, url: page.url, documentId, page, view: null, told: [] };
    if (frameId === 0) {
      for (const key of [...this.frames.keys()]) if (key.startsWith(`${tabId}/`)) this.frames.delete(key);
      this.tabs.set(tabId, { id: tabId, url: page.url, title: page.title, status: 'complete', incognito });
    }
    this.frames.set(`${tabId}/${frameId}`, frame);
    return frame;
  }

  /** What a content script does first: may I, then its page. */
  async visit(frame: Frame): Promise<PageView> {
    await this.fromPage(frame, 'page.open', {});
    return this.read(frame);
  }

  async read(frame: Frame): Promise<PageView> {
    if (frame.page === null) throw new Error('no page to read');
    const answer = await this.fromPage(frame, 'page.view', { page: frame.page });
    if (!answer.ok) throw new Error(answer.code);
    frame.view = answer.value;
    return answer.value;
  }

  /** `as` overrides what the browser says of the sender. */
  fromPage<N extends RequestName>(frame: Frame, name: N, request: Request<N>, as: Sender = {}): Promise<Result<Response<N>>> {
    const { tabId, frameId, url, documentId } = frame;
    const tab = this.tabs.get(tabId);
    const own = URL.canParse(url) ? new URL(url).origin : 'null';
    // A frame without a URL of its own has the origin of the page that wrote it: here that of the tab.
    const origin = own === 'null' && tab?.url !== undefined ? new URL(tab.url).origin : own;
    return this.#send(name, request, {
      id: 'test-extension-id',
      origin,
      url,
      frameId,
      documentId,
      tab: { id: tabId, url: tab?.url, incognito: tab?.incognito ?? false },
      ...as,
    });
  }

  /** From the popup, or from a page of ours in a tab. */
  fromOwn<N extends RequestName>(
    name: N,
    request: Request<N>,
    place: { tabId?: number; frameId?: number; documentId?: string } = {},
  ): Promise<Result<Response<N>>> {
    const origin = 'chrome-extension://test-extension-id';
    const tab = place.tabId === undefined ? undefined : { id: place.tabId, url: this.tabs.get(place.tabId)?.url };
    return this.#send(name, request, {
      id: 'test-extension-id',
      origin,
      url: `${origin}/x.html`,
      frameId: place.frameId,
      documentId: place.documentId,
      tab,
    });
  }

  async #send<N extends RequestName>(name: N, request: Request<N>, sender: Sender): Promise<Result<Response<N>>> {
    if (this.#handle === null) await this.startWorker();
    const sent = name === 'page.view' ? { page: packed((request as Request<'page.view'>).page) } : request; // the request of this name
    // As a browser sends it: JSON.
    return (await this.#handle?.(JSON.parse(JSON.stringify({ name, request: sent })), sender)) as Result<Response<N>>; // the row's handler answered
  }

  async #answer(tabId: number, frameId: number, { name, request }: { name: string; request: unknown }): Promise<unknown> {
    const frame = this.frames.get(`${tabId}/${frameId}`);
    if (!frame) throw new Error('Could not establish connection. Receiving end does not exist.');
    frame.told.push(name);
    const value =
      name === 'frame.view'
        ? { view: frame.view, url: frame.url }
        : name === 'frame.text'
          ? { page: packed(frame.page) }
          : name === 'frame.jump'
            ? { shown: true }
            : name === 'frame.address'
              ? { address: holds(frame, request as FrameRequest<'frame.address'>) ? (frame.address ?? frame.url) : null } // sent by the background
              : name === 'frame.command'
                ? { acted: await this.#act(frame, request as FrameRequest<'frame.command'>) } // sent by the background
                : {};
    return { ok: true, value };
  }

  async #act(frame: Frame, { command, focused, attach }: FrameRequest<'frame.command'>): Promise<boolean> {
    if (!frame.selected || (focused && !frame.focused)) return false;
    frame.acted = [...(frame.acted ?? []), command];
    if (attach !== undefined && frame.selection !== undefined && frame.page !== null) {
      const { start, end } = frame.selection;
      const exact = frame.page.text.slice(start, end);
      await this.fromPage(frame, 'annotation.create', { span: { start, end }, exact, colour: null, quotation: null, attach });
    }
    return true;
  }
}
