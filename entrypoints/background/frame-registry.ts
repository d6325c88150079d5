import { browser } from 'wxt/browser';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { pageKey } from '../../utils/text/page-key.ts';

/** What the background knows of a frame that shows a page. */
export interface FrameRecord {
  /** The document's URL, see `page-identity.ts`. */
  url: string;
  /** See `AskingFrame.documentId`. */
  documentId: string | null;
  /** Its canonical URL as the page states it, resolved; null where it states none. */
  canonical: string | null;
  /** The last other route of the same document and its canonical then. */
  before: { url: string; href: string | null } | null;
  /** Keys of the document (`pageKey`). */
  keys: string[];
  /** How many quotations it shows. */
  quotations: number;
  /** Ids of the annotations that have a place in it. */
  anchored: string[];
  /** The wordings (`wordingKey`) that had a place in this document at some time since it was opened. */
  found: string[];
}

export interface TabRecord {
  /** By frame id. A frame that spoke but was not read yet has no keys. */
  frames: Record<number, FrameRecord>;
  paused: boolean;
  /** Goes up with every change: extension pages may watch `storage.session` for it. */
  revision: number;
}

type Opened = Pick<AskingFrame, 'tabId' | 'frameId' | 'url' | 'documentId'>;

const PREFIX = 'tab:';
const UNREAD = { canonical: null, before: null, keys: [], quotations: 0, anchored: [], found: [] };

/** The document is no longer the one that its frame shows: what its script still says comes too late. */
export const isLeft = (documentId: string | null, now: FrameRecord | null): boolean =>
  documentId !== null && now?.documentId != null && now.documentId !== documentId;

/**
 * The frames in which our script runs, by tab. Kept in memory and in `storage.session`, so that a worker that was stopped finds
 * them again and nothing of it outlives the browser's session.
 */
export class FrameRegistry {
  #tabs = new Map<number, TabRecord>();
  #loaded: Promise<void> | null = null;

  #load(): Promise<void> {
    this.#loaded ??= browser.storage.session.get(null).then((stored) => {
      for (const [key, record] of Object.entries(stored)) {
        if (key.startsWith(PREFIX)) this.#tabs.set(Number(key.slice(PREFIX.length)), record as TabRecord); // written by #save only
      }
    });
    return this.#loaded;
  }

  async #save(tabId: number, record: TabRecord): Promise<TabRecord> {
    record.revision++;
    this.#tabs.set(tabId, record);
    await browser.storage.session.set({ [PREFIX + tabId]: record });
    return record;
  }

  /**
   * A frame speaks. Answers whether it shows another document than the one that was known, which is then forgotten.
   * Where the browser does not tell documents apart, the URL does, and the last one's canonical is kept in mind as that of an
   * earlier route: rather an address too few for a document than the address of another.
   */
  async opened(asker: Opened, paused: boolean): Promise<{ record: TabRecord; isNew: boolean }> {
    await this.#load();
    const { tabId, frameId, url, documentId } = asker;
    const record = this.#tabs.get(tabId) ?? { frames: {}, paused, revision: 0 };
    const last = record.frames[frameId] ?? null;
    const known = documentId !== null && last?.documentId != null;
    const isNew = last === null || (known ? last.documentId !== documentId : pageKey(last.url) !== pageKey(url));
    if (isNew) {
      const before = known || last === null || last.keys.length === 0 ? null : { url: last.url, href: last.canonical };
      record.frames[frameId] = { ...UNREAD, url, documentId, before };
    }
    if (frameId === 0) record.paused = paused;
    return { record: await this.#save(tabId, record), isNew };
  }

  /** A frame was read. Null, and nothing noted, when another document has opened in it since. */
  async viewed(tabId: number, frameId: number, frame: FrameRecord): Promise<TabRecord | null> {
    await this.#load();
    const record = this.#tabs.get(tabId) ?? { frames: {}, paused: false, revision: 0 };
    if (isLeft(frame.documentId, record.frames[frameId] ?? null)) return null;
    record.frames[frameId] = frame;
    return this.#save(tabId, record);
  }

  async tab(tabId: number): Promise<TabRecord | null> {
    await this.#load();
    return this.#tabs.get(tabId) ?? null;
  }

  async frame(tabId: number, frameId: number): Promise<FrameRecord | null> {
    return (await this.tab(tabId))?.frames[frameId] ?? null;
  }

  /** Every frame of every tab. */
  async all(): Promise<{ tabId: number; frameId: number; frame: FrameRecord }[]> {
    await this.#load();
    return [...this.#tabs].flatMap(([tabId, { frames }]) =>
      Object.entries(frames).map(([frameId, frame]) => ({ tabId, frameId: Number(frameId), frame })),
    );
  }

  async setPaused(tabId: number, paused: boolean): Promise<TabRecord | null> {
    const record = await this.tab(tabId);
    return record === null ? null : this.#save(tabId, Object.assign(record, { paused }));
  }

  /** Frames that did not answer. One that has spoken since it was asked is another document, and stays. */
  async forgetFrames(tabId: number, silent: { frameId: number; frame: FrameRecord }[]): Promise<TabRecord | null> {
    const record = await this.tab(tabId);
    if (record === null) return null;
    const gone = silent.filter(({ frameId, frame }) => record.frames[frameId] === frame);
    if (gone.length === 0) return record;
    for (const { frameId } of gone) delete record.frames[frameId];
    return this.#save(tabId, record);
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#load();
    this.#tabs.delete(tabId);
    await browser.storage.session.remove(PREFIX + tabId);
  }
}

export const frameRegistry = new FrameRegistry();
