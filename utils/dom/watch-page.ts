/** Text that arrives in a burst is read once (ms after the last of it), in a burst without end this often. Reader's bound: seen and painted within 1 s. */
const QUIET_MS = 250;
const LONGEST_MS = 600;
/** So many new characters may be a passage. Fewer are a clock, a counter, the time of a film: players change theirs four times a second. */
const PASSAGE = 25;
/** After changes that bring no passage the page is read this much later (ms), and up to that when it was for nothing. */
const SMALL_MS = 2_000;
const SELDOM_MS = 30_000;
/**
 * Words that were there before a change of route belong to the route before for this long (ms): single-page apps change the address first and
 * the words when they have them, as a rule within a second or two. What stays longer, stays: a picture opened over its article, the next page
 * of an endless one.
 */
const LINGER_MS = 5_000;

export interface PageWatch {
  /** True when something changed that was not looked at yet. */
  readonly dirty: boolean;
  /** A reading starts now: what changed until here is seen by it. `roots`: the shadow roots known so far. */
  seen(roots: readonly Node[]): void;
  /** The last look was of use (or not): the next one at small changes waits longer (or not). */
  settle(useful: boolean): void;
  /**
   * The address under which the words of these nodes came into the document; the one that it has now when they have outlived a change of
   * route. Null when that cannot be said: routes changed, and words, too often at once.
   */
  addressOf(nodes: readonly Node[]): string | null;
}

/**
 * Calls `onChange` when the page's text or address may have changed, debounced; not while the page is hidden, and never on a page
 * that does not change. `onRewrite` hears of each text node that the page wrote into, before that is to be seen.
 */
export function watchPage(onChange: () => void, onRewrite: (node: Text, before: string) => void, signal: AbortSignal): PageWatch {
  let dirty = false;
  let small = SMALL_MS;
  /** When the first passage came that was not looked at yet; 0: none did. */
  let firstPassage = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The routes of the document one after another, and when each was left (`performance.now()`). */
  const routes = [{ href: location.href, left: Number.POSITIVE_INFINITY }];
  /** Where in `routes` a node came, or between which of them; nodes that are not here, with what holds them, were there at first. */
  const cameIn = new WeakMap<Node, number>();
  let justMoved = false;

  const fire = (): void => {
    timer = undefined;
    if (signal.aborted || !dirty || document.hidden) return; // a hidden page is looked at when it is shown again
    onChange();
  };
  const changed = (isPassage: boolean): void => {
    if (dirty && !isPassage) return; // there is a look to come
    dirty = true;
    const now = performance.now();
    if (isPassage) firstPassage ||= now;
    clearTimeout(timer);
    timer = setTimeout(fire, isPassage ? Math.max(0, Math.min(QUIET_MS, firstPassage + LONGEST_MS - now)) : small);
  };
  const mark = (records: MutationRecord[], route: number): void => {
    for (const { type, target, addedNodes } of records)
      for (const node of type === 'childList' ? addedNodes : [target]) cameIn.set(node, route);
  };
  const take = (records: MutationRecord[]): void => {
    moved();
    note(records, routes.length - 1);
  };
  const note = (records: MutationRecord[], route: number): void => {
    if (routes.length > 1) mark(records, route);
    let news = 0;
    let elsewhere = false;
    for (const { type, target, addedNodes, oldValue } of records) {
      if (target instanceof Text) onRewrite(target, oldValue as string); // asked for with every change of a text node
      if (news >= PASSAGE) continue;
      for (const node of type === 'childList' ? addedNodes : [target]) news += type === 'attributes' ? PASSAGE : lettersIn(node);
      // Where our own host is put, and nothing of a page.
      elsewhere ||= target !== document.documentElement;
    }
    if (elsewhere || news > 0) changed(news >= PASSAGE);
  };
  const observer = new MutationObserver(take);
  const observe = (root: Node): void => {
    // A second time it stays one observation (DOM standard).
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: ['hidden', 'open'],
    });
  };
  const moved = (): void => {
    const last = routes.at(-1);
    if (!last || routeOf(location.href) === routeOf(last.href)) return;
    last.left = performance.now();
    const now = routes.push({ href: location.href, left: Number.POSITIVE_INFINITY }) - 1;
    // Words that came in one go with the new address are its words. Between two changes in one go they are either's.
    note(observer.takeRecords(), justMoved ? now - 0.5 : now);
    justMoved = true;
    queueMicrotask(() => {
      justMoved = false;
    });
    small = SMALL_MS;
    changed(true);
  };

  observe(document);
  // A content script hears no 'popstate' of pushState; the Navigation API tells of both.
  navigationOf(globalThis)?.addEventListener('currententrychange', moved, { signal });
  for (const type of ['popstate', 'hashchange']) addEventListener(type, moved, { signal });
  document.addEventListener('visibilitychange', () => !document.hidden && dirty && changed(true), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  return {
    get dirty() {
      take(observer.takeRecords());
      return dirty;
    },
    seen(roots) {
      take(observer.takeRecords());
      dirty = false;
      firstPassage = 0;
      clearTimeout(timer);
      for (const root of roots) observe(root);
    },
    settle(useful) {
      small = useful ? SMALL_MS : Math.min(small * 2, SELDOM_MS);
    },
    addressOf(nodes) {
      take(observer.takeRecords());
      let came = 0;
      for (const node of nodes)
        for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
          came = Math.max(came, cameIn.get(at) ?? 0);
      const route = routes[Math.floor(came)];
      if (!route || performance.now() - route.left > LINGER_MS) return location.href;
      return came % 1 ? null : route.href;
    },
  };
}

/** Characters that a node brings, or at least a passage: the words of a whole article are not put together for it. A shadow root may hold one. */
const lettersIn = (node: Node): number => {
  let letters = node instanceof Text ? node.data.trim().length : node instanceof Element && node.shadowRoot ? PASSAGE : 0;
  for (let child = node.firstChild; child && letters < PASSAGE; child = child.nextSibling) letters += lettersIn(child);
  return letters;
};

/** The address but for a fragment that is no route, as `pageKey` has it. */
export const routeOf = (href: string): string => href.replace(/#(?![!/]).*/s, '');

// Not in every browser, so not taken for granted as TypeScript's lib does.
const navigationOf = (scope: { navigation?: EventTarget }): EventTarget | undefined => scope.navigation;
