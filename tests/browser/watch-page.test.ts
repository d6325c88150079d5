import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PageWatch, watchPage } from '../../utils/dom/watch-page.ts';
import { build, clear } from './page-fixture.ts';

let life: AbortController;
let home: string;
let root: HTMLElement;
let watch: PageWatch;
let looks: number;

beforeEach(() => {
  home = location.href;
  looks = 0;
  life = new AbortController();
  root = build('<p>The ferry leaves at nine.</p>');
  watch = watchPage(
    () => looks++,
    () => undefined,
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

describe('a page that changes', () => {
  const passage = 'The gate was opened by hand.';
  const counter = (): Text => {
    const text = document.createTextNode('0:00');
    root.append(text);
    return text;
  };

  it('is looked at within a second of the first new passage, also when changes never end', async () => {
    const time = counter();
    watch.seen([]);
    const began = performance.now();
    const ticks = setInterval(() => {
      time.data = `0:${performance.now()}`;
      root.append(passage);
    }, 20);
    await vi.waitFor(() => expect(looks).toBe(1), { timeout: 3_000, interval: 5 });
    clearInterval(ticks);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('by a counter alone is looked at ever more seldom, but for a passage at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const time = counter();
    watch.seen([]);
    for (const seconds of [2, 4, 8, 16, 30, 30]) {
      time.data = `0:${seconds}`;
      await nextTask();
      vi.advanceTimersByTime(seconds * 1_000 - 1);
      expect(looks).toBe(0);
      vi.advanceTimersByTime(1);
      expect(looks).toBe(1);
      looks = 0;
      watch.seen([]);
      watch.settle(false);
    }
    root.append(passage);
    await nextTask();
    vi.advanceTimersByTime(250);
    expect(looks).toBe(1);
  });

  it('by an element of ours only is not looked at', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const host = document.createElement('div');
    document.documentElement.append(host);
    await nextTask();
    host.remove();
    await nextTask();
    expect(watch.dirty).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that rests has no timer running', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'performance'] });
    root.append(passage);
    await nextTask();
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(60_000);
    watch.seen([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
