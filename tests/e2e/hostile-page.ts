/** What the script of a hostile page got hold of. */
export interface SeenByPage {
  /** Events of every type, as text with all that can be read from them. */
  events: string[];
  /** What was sent by `postMessage`, to anybody. */
  messages: string[];
  /** Shadow roots it found. */
  roots: string[];
  /** Shadow roots made through its own `attachShadow`. */
  attached: string[];
  /** Frames in `window`. */
  frames: number;
  /** The document, the highlights and all else it can read. */
  readable: string[];
}

/** Runs in the page, before anything of the extension: takes over what scripts share with a page, and listens to everything. */
function hostileScript(): void {
  const seen: SeenByPage = { events: [], messages: [], roots: [], attached: [], frames: 0, readable: [] };
  const text = (value: unknown): string => {
    if (value instanceof Element) return value.outerHTML.slice(0, 200);
    if (value instanceof Node) return value.nodeName;
    return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : (JSON.stringify(value) ?? String(value));
  };
  const note = (event: Event): void => {
    const parts: string[] = [];
    for (const key in event) {
      const value: unknown = Reflect.get(event, key);
      if (typeof value !== 'function') parts.push(`${key}=${text(value)}`);
    }
    seen.events.push(`${event.type} ${parts.join(' ')} path=${event.composedPath().map(text).join('>')}`.slice(0, 4_000));
  };
  const types = new Set<string>(['compositionstart', 'compositionend', 'compositionupdate', 'focusin', 'focusout', 'keydown', 'keyup']);
  for (const owner of [window, Window.prototype, HTMLElement.prototype, Document.prototype])
    for (const key of Object.getOwnPropertyNames(owner)) if (key.startsWith('on')) types.add(key.slice(2));
  for (const type of types) window.addEventListener(type, note, { capture: true });

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    seen.attached.push(this.localName);
    return root;
  };
  const post = window.postMessage;
  const logged = function (this: Window, ...sent: unknown[]): void {
    seen.messages.push(JSON.stringify(sent));
    Reflect.apply(post, this, sent);
  };
  window.postMessage = logged;
  const portPost = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (...sent: unknown[]): void {
    seen.messages.push(JSON.stringify(sent));
    Reflect.apply(portPost, this, sent);
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    seen.readable.push(`listener ${type} ${String(listener)}`.slice(0, 300));
    listen.call(this, type, listener, options);
  };
  window.addEventListener('message', (event) => seen.messages.push(JSON.stringify(event.data) ?? 'undefined'));

  const hosts = (): Element[] => [...document.documentElement.children].filter((e) => e !== document.head && e !== document.body);
  const snoop = async (): Promise<SeenByPage> => {
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) seen.roots.push(element.localName);
    for (const host of hosts()) {
      for (const key of Reflect.ownKeys(host)) seen.readable.push(String(key));
      seen.readable.push(host.outerHTML, host.textContent ?? '', (host as HTMLElement).innerText);
      try {
        attach.call(host, { mode: 'open' });
        seen.roots.push('attached anew');
      } catch {
        // It has a root already: this is how a page learns that, and no more.
      }
    }
    seen.readable.push(document.documentElement.outerHTML, text(document.activeElement), String(getSelection()));
    for (const [name, highlight] of CSS.highlights)
      for (const range of highlight) seen.readable.push(`${name} ${range.startContainer.nodeValue} ${range.endContainer.nodeValue}`);
    for (const x of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      for (const y of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        seen.readable.push(...document.elementsFromPoint((x * innerWidth) / 10, (y * innerHeight) / 10).map((e) => e.localName));
    for (const entry of performance.getEntries()) seen.readable.push(JSON.stringify(entry));
    for (const sheet of document.styleSheets) seen.readable.push(String(sheet.href));
    for (const store of [localStorage, sessionStorage]) seen.readable.push(JSON.stringify(store));
    seen.readable.push(document.cookie, JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()));
    for (const key of Reflect.ownKeys(window)) seen.readable.push(String(key));
    seen.frames = window.length;
    return seen;
  };

  const forge = async (): Promise<string[]> => {
    const box = document.querySelector('blockquote, p')?.getBoundingClientRect() ?? new DOMRect();
    const at = { clientX: box.x + 40, clientY: box.y + 8, bubbles: true, composed: true, cancelable: true, button: 0, detail: 1 };
    const targets = [...hosts(), document.body, document, window, ...document.querySelectorAll('blockquote, p')];
    for (const target of targets) {
      for (const type of ['pointerdown', 'pointermove', 'pointerup'])
        target.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
      for (const type of ['mousedown', 'mouseup', 'click', 'dblclick']) target.dispatchEvent(new MouseEvent(type, at));
      for (const key of ['Enter', ' ', 'Tab', 'h', 'H', 'n', 'c', 'ArrowDown'])
        for (const type of ['keydown', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { key, altKey: true, shiftKey: true, bubbles: true, composed: true }));
      if (target instanceof HTMLElement) {
        target.click();
        target.focus();
      }
    }
    for (const name of ['annotation.create', 'card.open', 'annotation.remove', 'quotation.keep', 'page.view', 'frame.command'])
      Reflect.apply(post, window, [
        { name, request: { id: '1', ids: ['1'], command: 'highlight', span: { start: 0, end: 5 }, exact: 'Wards' } },
        '*',
      ]);
    const runtime: unknown = Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime');
    const send: unknown = Reflect.get(Object(runtime), 'sendMessage');
    if (typeof send !== 'function') return ['no such function'];
    const ids: string[] = [...Array(3).keys()].map((n) => String.fromCharCode(97 + n).repeat(32));
    return Promise.all(
      ids.map(async (id) => {
        try {
          return `answered ${JSON.stringify(await Reflect.apply(send, runtime, [id, { name: 'page.open', request: {} }]))}`;
        } catch (error) {
          return `refused ${String(error)}`;
        }
      }),
    );
  };
  Object.assign(globalThis, { seen, snoop, forge });
}

/** A page with quotes whose own script tries all that a page can to see what the extension does. */
export const hostilePage = (): string => `<!doctype html><html lang="en"><head><title>Wards</title>
<script>(${hostileScript})();</script></head><body><main><article><h1>Wards</h1>
<p>Clerk Ada Quill said: “The lamps of the ninth ward were dark for eleven nights before anybody came.”</p>
<p>It rained all the while, and the street was empty but for the milk cart.</p>
<blockquote><p>The council shall light every lamp by the fall of dusk, and no clerk shall be told otherwise.</p></blockquote>
</article></main></body></html>`;
