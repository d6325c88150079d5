import { useSyncExternalStore } from 'react';
import { formatHash, type LibraryState, parseHash } from './library-state.ts';

/** `push`: a step that the back button takes back; `replace`: more of the same step (typing, moving through the list). */
export type Navigate = (change: Partial<LibraryState>, how: 'push' | 'replace') => void;

/** Browsers refuse many changes of the address in a short time (Safari 100 in 30 s), so typing writes it once it rests. */
const ADDRESS_DELAY_MS = 300;

let state: LibraryState = parseHash('');
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: LibraryState): void {
  state = next;
  for (const listener of listeners) listener();
}

function writeAddress(): void {
  clearTimeout(timer);
  timer = undefined;
  if (location.hash !== formatHash(state)) history.replaceState(null, '', formatHash(state));
}

const navigate: Navigate = (change, how) => {
  const next = { ...state, ...change };
  if (formatHash(next) === formatHash(state)) return;
  if (timer !== undefined) writeAddress();
  if (how === 'push') history.pushState(null, '', formatHash(next));
  show(next);
  if (how === 'replace') timer = setTimeout(writeAddress, ADDRESS_DELAY_MS);
};

function fromAddress(): void {
  clearTimeout(timer);
  timer = undefined;
  show(parseHash(location.hash));
}

function subscribe(listener: () => void): () => void {
  const end = new AbortController();
  if (listeners.size === 0) state = parseHash(location.hash);
  listeners.add(listener);
  window.addEventListener('hashchange', fromAddress, { signal: end.signal });
  window.addEventListener('popstate', fromAddress, { signal: end.signal });
  window.addEventListener('pagehide', writeAddress, { signal: end.signal });
  return () => {
    listeners.delete(listener);
    end.abort();
  };
}

/** What the address says the library shows, and the way to go elsewhere. */
export function useLibraryState(): [LibraryState, Navigate] {
  return [useSyncExternalStore(subscribe, () => state), navigate];
}
