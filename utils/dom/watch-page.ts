/** Text that arrives in a burst is read once (ms after the last change). */
const QUIET_MS = 400;
/** A page that never rests is read again this often at first, and up to this seldom when its changes bring nothing new (ms). */
const LONGEST_MS = 2_000;
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
  /** The last look brought nothing new (or something): the next waits longer (or not). */
  settle(changed: boolean): void;
  /**
   * The address under which the words of these nodes came into the document; the one that it has now when they have outlived a change of
   * route. Null when that cannot be said: routes changed, and words, too often at once.
   */
  addressOf(nodes: readonly Node[]): string | null;
}

/**
 * Calls `onChange` when the page's text or address may have changed, debounced; not while the page is hidden, and never on a page
 * that does not change. Changes inside `ignore()` (our host) do not count.
 */
export function watchPage(onChange: () => void, ignore: () => Node | null, signal: AbortSignal): PageWatch {
  let dirty = false;
  let longest = LONGEST_MS;
  let firstChange = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The routes of the document one after another, and when each was left (`performance.now()`). */
  const routes = [{ href: location.href, left: Number.POSITIVE_INFINITY }];
  /** Where in `routes` a node came, or between which of them; nodes that are not here, with what holds them, were there at first. */
  const cameIn = new WeakMap<Node, number>();
  let justMoved = false;
  const observed = new WeakSet<Node>();

  const fire = (): void => {
    timer = undefined;
    if (signal.aborted || !dirty || document.hidden) return; // a hidden page is looked at when it is shown again
    onChange();
  };
  const changed = (): void => {
    const now = performance.now();
    if (!dirty) firstChange = now;
    dirty = true;
    clearTimeout(timer);
    const wait = longest > LONGEST_MS ? longest : QUIET_MS;
    timer = setTimeout(fire, Math.max(0, Math.min(wait, firstChange + longest - now)));
  };
  const mark = (records: MutationRecord[], route: number): void => {
    for (const { type, target, addedNodes } of records)
      for (const node of type === 'childList' ? addedNodes : [target]) cameIn.set(node, route);
  };
  const take = (records: MutationRecord[]): void => {
    moved();
    if (routes.length > 1) mark(records, routes.length - 1);
    const own = ignore();
    if (records.some((record) => !isOwn(record, own))) changed();
  };
  const observer = new MutationObserver(take);
  const observe = (root: Node): void => {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'open'] });
  };
  const moved = (): void => {
    const last = routes.at(-1);
    if (!last || routeOf(location.href) === routeOf(last.href)) return;
    last.left = performance.now();
    const now = routes.push({ href: location.href, left: Number.POSITIVE_INFINITY }) - 1;
    // Words that came in one go with the new address are its words. Between two changes in one go they are either's.
    mark(observer.takeRecords(), justMoved ? now - 0.5 : now);
    justMoved = true;
    queueMicrotask(() => {
      justMoved = false;
    });
    longest = LONGEST_MS;
    changed();
  };

  observe(document);
  // A content script hears no 'popstate' of pushState; the Navigation API tells of both.
  navigationOf(globalThis)?.addEventListener('currententrychange', moved, { signal });
  for (const type of ['popstate', 'hashchange']) addEventListener(type, moved, { signal });
  document.addEventListener('visibilitychange', () => !document.hidden && dirty && changed(), { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );

  return {
    get dirty() {
      take(observer.takeRecords());
      return dirty;
    },
    seen(roots) {
      take(observer.takeRecords());
      dirty = false;
      clearTimeout(timer);
      for (const root of roots) observe(root);
    },
    settle(wasNew) {
      longest = wasNew ? LONGEST_MS : Math.min(longest * 2, SELDOM_MS);
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

const isOwn = (record: MutationRecord, own: Node | null): boolean =>
  own !== null &&
  (record.target === own ||
    (record.type === 'childList' &&
      [...record.addedNodes, ...record.removedNodes].every((node) => node === own) &&
      record.target === document.documentElement));

/** The address but for a fragment that is no route, as `pageKey` has it. */
export const routeOf = (href: string): string => href.replace(/#(?![!/]).*/s, '');

// Not in every browser, so not taken for granted as TypeScript's lib does.
const navigationOf = (scope: { navigation?: EventTarget }): EventTarget | undefined => scope.navigation;
