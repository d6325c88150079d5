import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PageWatch, watchPage } from '../../utils/dom/watch-page.ts';
import { build, clear } from './page-fixture.ts';

let life: AbortController;
let home: string;
let root: HTMLElement;
let watch: PageWatch;

beforeEach(() => {
  home = location.href;
  life = new AbortController();
  root = build('<p>The ferry leaves at nine.</p>');
  watch = watchPage(
    () => undefined,
    () => null,
    life.signal,
  );
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  history.replaceState(null, '', home);
  clear();
});

const go = (route: string): string => {
  history.replaceState(null, '', route);
  return location.href;
};
const show = (words: string): Text => {
  const text = document.createTextNode(words);
  const paragraph = document.createElement('p');
  paragraph.append(text);
  root.replaceChildren(paragraph);
  return text;
};
/** A task of its own, as a page's next answer or click is. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

describe('the address with which words came', () => {
  it('is the page’s for words that were there at first, until they have outlived a change of route', async () => {
    const words = root.firstElementChild?.firstChild as Text; // built just above
    expect(watch.addressOf([words])).toBe(home);
    const next = go('/next');
    await nextTask();
    expect(watch.addressOf([words])).toBe(home);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 6_000);
    expect(watch.addressOf([words])).toBe(next);
    vi.restoreAllMocks();
  });

  it('is the new one for words that come right before, right after, or any time later', async () => {
    const before = show('The tram leaves at ten.');
    const tram = go('/tram');
    await nextTask();
    expect(watch.addressOf([before])).toBe(tram);
    const bus = go('/bus');
    const after = show('The bus leaves at eleven.');
    await nextTask();
    expect(watch.addressOf([after])).toBe(bus);
    after.data = 'The bus leaves at noon.';
    await nextTask();
    expect(watch.addressOf([after])).toBe(bus);
    const train = go('/train');
    await nextTask();
    expect(watch.addressOf([after])).toBe(bus);
    const late = show('The train leaves at one.');
    expect(watch.addressOf([late])).toBe(train);
  });

  it('is not made up when routes and words change more than once in one go', () => {
    go('/tram');
    const words = show('The tram leaves at ten.');
    go('/bus');
    expect(watch.addressOf([words])).toBeNull();
  });

  it('tells fragments that are routes, and no others', async () => {
    const words = root.firstElementChild?.firstChild as Text; // built just above
    const anchor = go('#chapter');
    await nextTask();
    expect(watch.addressOf([words])).not.toBe(anchor);
    go('#/bus');
    const bus = show('The bus leaves at eleven.');
    await nextTask();
    expect(watch.addressOf([bus])).toMatch(/#\/bus$/);
  });
});
