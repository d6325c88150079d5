import { expect } from '@playwright/test';
import type { Result } from '../../utils/domain/error-code.ts';
import type { FrameRequest, Request, RequestName, Response, TabView } from '../../utils/messaging/protocol.ts';
import { type FramedPage, PICKED } from './pages/framed-pages.ts';

/** A framed page in a browser. Expressions are evaluated in the document that holds its words. */
export interface FramedTab {
  tabId: number;
  ask<N extends RequestName>(name: N, request: Request<N>): Promise<Result<Response<N>>>;
  evaluate<T>(expression: string): Promise<T>;
  /** Drags the mouse over the words between two points of that document's viewport. */
  drag(from: Point, to: Point): Promise<void>;
  /** What the background tells a frame at a keyboard command; true: it acted. */
  command(frameId: number, request: FrameRequest<'frame.command'>): Promise<boolean>;
  /** Ids of the frames in which the script is at work. */
  frameIds(): Promise<number[]>;
  /** The sources under which the annotations are stored. */
  sources(): Promise<string[]>;
  reload(): Promise<void>;
}

interface Point {
  x: number;
  y: number;
}

/** Annotates in a frame by a quotation and by a selection, comes back, and jumps to both. */
export async function workInFrame(tab: FramedTab, page: FramedPage, source: string): Promise<void> {
  const { frameId, quotation } = await untilQuoted(tab, page.quote);
  expect(frameId === 0).toBe(page.frame === null);
  const { start, end, text: exact } = quotation;
  expect(await tab.ask('quotation.keep', { tabId: tab.tabId, frameId, start, end, exact })).toMatchObject({ ok: true });
  await expect.poll(() => painted(tab)).toEqual([page.quote]);

  const { from, to } = await tab.evaluate<{ from: Point; to: Point }>(`(${linesOfPick})()`);
  await tab.drag(from, to);
  await expect.poll(() => tab.evaluate<boolean>(`(${isSelected})()`)).toBe(true);
  const acted: number[] = [];
  for (const id of await tab.frameIds()) if (await tab.command(id, { command: 'highlight', focused: true })) acted.push(id);
  expect(acted).toEqual([frameId]);
  await expect.poll(() => painted(tab)).toEqual([page.quote, PICKED]);
  expect(await tab.sources()).toEqual([source, source]);

  await tab.reload();
  await expect.poll(() => painted(tab), { timeout: 20_000 }).toEqual([page.quote, PICKED]);

  const view = await untilQuoted(tab, page.quote);
  expect(view.highlights.map((highlight) => [highlight.status, highlight.frameId])).toEqual([
    ['exact', view.frameId],
    ['exact', view.frameId],
  ]);
  for (const [index, { id }] of view.highlights.entries()) {
    await tab.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    expect(await tab.evaluate<boolean>(`(${isInSight})(${index})`)).toBe(false);
    const jumped = await tab.ask('tab.jump', { tabId: tab.tabId, frameId: view.frameId, target: { id } });
    expect(jumped).toEqual({ ok: true, value: { shown: true } });
    await expect.poll(() => tab.evaluate<boolean>(`(${isInSight})(${index})`)).toBe(true);
  }
}

/** The view of the tab once it has the quotation, with the frame that shows it. */
async function untilQuoted(tab: FramedTab, quote: string): Promise<TabView & TabView['quotations'][number]> {
  let found: (TabView & TabView['quotations'][number]) | undefined;
  await expect(async () => {
    const reply = await tab.ask('tab.view', { tabId: tab.tabId });
    const shown = reply.ok ? reply.value.quotations.find(({ quotation }) => quotation.text === quote) : undefined;
    expect(shown, JSON.stringify(reply)).toBeDefined();
    if (reply.ok && shown) found = { ...reply.value, ...shown };
  }).toPass({ timeout: 20_000 });
  if (found === undefined) throw new Error('not found'); // it was, just above
  return found;
}

const painted = (tab: FramedTab): Promise<string[]> => tab.evaluate(`(${paintedHere})()`);

// The functions below run in the page: they are sent there as text and see nothing of this file.

function paintedHere(): string[] {
  const parts = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
  const ranges = parts.map((part) => {
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    return range;
  });
  return ranges.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((range) => range.toString());
}

function linesOfPick(): { from: Point; to: Point } {
  const find = (root: Document | ShadowRoot): Element | null =>
    root.querySelector('#pick') ??
    [...root.querySelectorAll('*')].reduce<Element | null>((found, { shadowRoot }) => found ?? (shadowRoot && find(shadowRoot)), null);
  const pick = find(document);
  if (pick === null) throw new Error('nothing to pick');
  pick.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, right, top, height } = pick.getBoundingClientRect();
  const y = top + height / 2;
  return { from: { x: left + 1, y }, to: { x: right - 1, y } };
}

function isSelected(): boolean {
  return getSelection()?.isCollapsed === false || String(getSelection()) !== '';
}

/** Whether the painted words of this index, from above, are to be seen in the window of the tab, through all frames. */
function isInSight(index: number): Promise<boolean> {
  const parts = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
  const elements = parts.map(({ startContainer }) => startContainer.parentElement).filter((element) => element !== null);
  const sorted = elements.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const element = sorted[index];
  return new Promise((resolve) => {
    if (element === undefined) return resolve(false);
    new IntersectionObserver(([entry], observer) => {
      observer.disconnect();
      resolve(entry?.isIntersecting ?? false);
    }).observe(element);
  });
}
