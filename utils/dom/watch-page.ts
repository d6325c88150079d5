/** Text that arrives in a burst is read once (ms after the last change). */
const QUIET_MS = 400;
/** A page that never rests is read again this often at first, and up to this seldom when its changes bring nothing new (ms). */
const LONGEST_MS = 2_000;
const SELDOM_MS = 30_000;

export interface PageWatch {
  /** True when something changed that was not looked at yet. */
  readonly dirty: boolean;
  /** A reading starts now: what changed until here is seen by it. `roots`: the shadow roots known so far. */
  seen(roots: readonly Node[]): void;
  /** The last look brought nothing new (or something): the next waits longer (or not). */
  settle(changed: boolean): void;
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
  let address = withoutHash(location.href);
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
  const take = (records: MutationRecord[]): void => {
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
    if (withoutHash(location.href) === address) return;
    address = withoutHash(location.href);
    longest = LONGEST_MS;
    changed();
  };

  observe(document);
  // A content script hears no 'popstate' of pushState; the Navigation API tells of both.
  navigationOf(globalThis)?.addEventListener('currententrychange', moved, { signal });
  addEventListener('popstate', moved, { signal });
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
      dirty = false;
      clearTimeout(timer);
      observer.takeRecords();
      for (const root of roots) observe(root);
    },
    settle(wasNew) {
      longest = wasNew ? LONGEST_MS : Math.min(longest * 2, SELDOM_MS);
    },
  };
}

const isOwn = (record: MutationRecord, own: Node | null): boolean =>
  own !== null &&
  (record.target === own ||
    (record.type === 'childList' &&
      [...record.addedNodes, ...record.removedNodes].every((node) => node === own) &&
      record.target === document.documentElement));

const withoutHash = (href: string): string => href.split('#', 1)[0] ?? href;

// Not in every browser, so not taken for granted as TypeScript's lib does.
const navigationOf = (scope: { navigation?: EventTarget }): EventTarget | undefined => scope.navigation;
