import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Drawing, DrawingHands, Preferences, ShownPage, ShownPassage } from '../../utils/dom/drawing.ts';
import { openDrawing } from '../../utils/dom/open-drawing.ts';
import { createPainter } from '../../utils/dom/paint.ts';
import { marksOf } from '../../utils/dom/shown-passages.ts';
import css from '../../utils/dom/stage.css?inline';
import { watchSelection } from '../../utils/dom/watch-selection.ts';
import type { Result } from '../../utils/domain/error-code.ts';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings.ts';
import { build, clear } from './page-fixture.ts';
import { quotation } from './view-fixture.ts';

const REASON = { rule: 'speech-subject', confidence: 0.87, evidence: { start: 4, end: 9 } };

let life: AbortController;
let shadow: ShadowRoot;
let drawing: Drawing;
let painter: ReturnType<typeof createPainter>;
const kept: Result<{ id: string }> = { ok: true, value: { id: 'new' } };
/** One colour has a meaning of the reader's. */
const preferences: Preferences = { ...DEFAULT_SETTINGS, colours: { ...DEFAULT_SETTINGS.colours, green: 'To verify' }, theme: 'dark' };
const keepRange = vi.fn<DrawingHands['keepRange']>(async () => kept);
const keepQuotation = vi.fn<DrawingHands['keepQuotation']>(async () => kept);
const openCard = vi.fn<DrawingHands['openCard']>(async () => ({ ok: true, value: 'about:blank' }));
const openCorrection = vi.fn<DrawingHands['openCorrection']>(async () => ({ ok: true, value: 'about:blank' }));
const openCheck = vi.fn<DrawingHands['openCheck']>(async () => ({ ok: true, value: {} }));
const jump = vi.fn<DrawingHands['jump']>(async () => true);

beforeEach(() => {
  vi.clearAllMocks();
  life = new AbortController();
  // The root is closed, so the test takes it where it is made.
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    shadow = attach.call(this, init);
    expect(init.mode).toBe('closed');
    return shadow;
  });
  painter = createPainter(life.signal);
  const hands: DrawingHands = {
    signal: life.signal,
    preferences: () => preferences,
    message: (key, slots = []) => (key.startsWith('@@') ? '' : [key, ...slots].join(' ')),
    keepRange,
    keepQuotation,
    openCard,
    openCorrection,
    openCheck,
    words: ({ start, end }) => `words ${start}–${end}`,
    jump,
    rangesAt: (x, y) => painter.rangesAt(x, y),
  };
  drawing = openDrawing(hands, css);
  spy.mockRestore();
});
afterEach(() => {
  life.abort();
  document.getSelection()?.removeAllRanges();
  clear();
});

const rangeOf = (root: Element, words: string): StaticRange => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1;
    if (at >= 0) return new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + words.length });
  }
  throw new Error(`no “${words}”`);
};
const quote = (range: StaticRange, index: number, more: Parameters<typeof quotation>[3] = {}): ShownPassage => ({
  kind: 'quotation',
  index,
  quotation: quotation(range.toString(), 0, 1, more),
  range,
  keptAs: null,
});
const show = (...passages: ShownPassage[]) => {
  const page: ShownPage = { passages, truncated: false };
  painter.paint(marksOf(passages));
  drawing.show(page);
};
const find = (selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => {
    const found = shadow.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  });
const middle = (range: StaticRange): { x: number; y: number } => {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const { left, top, width, height } = live.getClientRects()[0] as DOMRect; // its first line
  return { x: left + width / 2, y: top + height / 2 };
};
/** A real press of a button: no locator finds its way into a closed root. */
const press = async (button: Element | null | undefined) => {
  (button as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const PAGE =
  '<div style="padding:40px 80px"><p id="p">The board said “we will stop the ferries at night” on Friday.</p><input id="i" value="typed words"><p id="e" contenteditable>being written</p></div>';
const click = async (range: StaticRange) => {
  const p = document.querySelector('#p') as HTMLElement;
  const box = p.getBoundingClientRect();
  const { x, y } = middle(range);
  await userEvent.click(p, { position: { x: x - box.left, y: y - box.top } });
};

describe('what is drawn in the page', () => {
  it('adds nothing until there is something to draw, then one element with a closed root, and takes it away at the end', async () => {
    const root = build(PAGE);
    expect(drawing.host?.isConnected).toBe(false);
    show(quote(rangeOf(root, 'we will stop'), 0));
    const host = drawing.host as HTMLElement;
    expect(host.parentElement).toBe(document.documentElement);
    expect([host.shadowRoot, host.attributes.length, host.childNodes.length]).toEqual([null, 0, 0]);
    await find('.sign');
    life.abort();
    expect(host.isConnected).toBe(false);
  });

  it('signs are named buttons of at least 24 px beside the words; Enter shows whose they are, Escape gives the focus back', async () => {
    const root = build(PAGE);
    show(quote(rangeOf(root, 'we will stop'), 0, { speaker: 'Ingrid Solheim', source: { name: 'The Ledger', url: null, title: null } }));
    const sign = await find('button.sign');
    expect(sign.getAttribute('aria-label')?.replace(/[\u2068\u2069]/g, '')).toBe('page_label_by_from Ingrid Solheim The Ledger');
    const { width, height, right } = sign.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(right).toBeLessThanOrEqual(document.querySelector('#p')?.getBoundingClientRect().left ?? 0);
    sign.focus();
    await userEvent.keyboard('{Enter}');
    const popover = await find('[role=dialog].quote');
    expect(popover.contains(shadow.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(shadow.querySelector('.quote')).toBeNull();
    expect(shadow.activeElement).toBe(sign);
  });

  it('a click on a quote shows whose it is, and Keep keeps it by its index', async () => {
    const root = build(PAGE);
    const range = rangeOf(root, 'we will stop the ferries');
    show(quote(rangeOf(root, 'The board'), 0), quote(range, 1, { speaker: 'Ingrid Solheim' }));
    await click(range);
    const popover = await find('.quote');
    expect(popover.querySelector('.who')?.textContent).toBe('Ingrid Solheim');
    await press(popover.querySelector('.button.primary'));
    expect(keepQuotation).toHaveBeenCalledExactlyOnceWith(1);
    await vi.waitFor(() => expect(shadow.querySelector('.quote')).toBeNull());
  });

  it('“Why?” opens the reasons: the words that decided, to be shown in the page, and what else it could be, one press away', async () => {
    const root = build(PAGE);
    const range = rangeOf(root, 'we will stop the ferries');
    const why = { speaker: { ...REASON, alternatives: [{ name: '<b>Tom</b> Okafor', confidence: 0.1 }] }, source: null };
    show(quote(range, 3, { speaker: 'Ingrid Solheim', why }));
    await click(range);
    const popover = await find('.quote');
    const [toggle, correct] = popover.querySelectorAll('.links button');
    const reasons = popover.querySelector('.reasons');
    expect([toggle?.getAttribute('aria-expanded'), getComputedStyle(reasons as Element).display]).toEqual(['false', 'none']);
    await press(toggle);
    expect([toggle?.getAttribute('aria-expanded'), getComputedStyle(reasons as Element).display]).toEqual(['true', 'grid']);
    expect(reasons?.querySelector('.evidence q')?.textContent).toBe('words 4–9');
    expect(reasons?.textContent).toContain('page_likely page_percent 87');
    await press(reasons?.querySelector('.evidence button'));
    expect(jump).toHaveBeenCalledExactlyOnceWith({ span: { start: 4, end: 9 } });
    const other = reasons?.querySelector('.could-be button');
    expect([other?.textContent, other?.querySelector('b')]).toEqual(['<b>Tom</b> Okafor', null]);
    await press(other);
    expect(openCorrection).toHaveBeenLastCalledWith(expect.objectContaining({ index: 3 }), { of: 'speaker', index: 0 });
    await click(range);
    await press((await find('.links')).querySelectorAll('button')[1] ?? correct);
    expect(openCorrection).toHaveBeenLastCalledWith(expect.objectContaining({ index: 3 }), null);
  });

  it('“Check” opens the comparison with the source; a page that has changed meanwhile is said, and the popover stays', async () => {
    const range = rangeOf(build(PAGE), 'we will stop the ferries');
    show(quote(range, 3, { speaker: 'Ingrid Solheim' }));
    await click(range);
    const popover = await find('.quote');
    const check = [...popover.querySelectorAll('.actions button')].find((one) => one.textContent === 'page_check');
    await press(check);
    expect(openCheck).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ index: 3 }));
    openCheck.mockResolvedValueOnce({ ok: false, code: 'page-changed' });
    await press(check);
    await expect.poll(() => shadow.textContent).toContain('error_page_changed');
    expect(popover.isConnected).toBe(true);
  });

  it('of a quote that the reader corrected, what was told before is said', async () => {
    const root = build(PAGE);
    const range = rangeOf(root, 'we will stop the ferries');
    const detected = { ...quotation('', 0, 1), speaker: 'Tom Okafor' };
    show(quote(range, 0, { speaker: 'Ingrid Solheim', rule: 'reader', corrected: { correction: 'c', detected } }));
    await click(range);
    expect((await find('.quote .why')).textContent).toMatch(/^page_why_reader page_told_before .*Tom Okafor/);
  });

  it('forged events do nothing: not on the page, not on our element, not on a button', async () => {
    const root = build(PAGE);
    const range = rangeOf(root, 'we will stop the ferries');
    show(quote(range, 0));
    const sign = await find('.sign');
    const { x, y } = middle(range);
    const forge = (target: EventTarget) =>
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }));
    forge(document.querySelector('#p') as HTMLElement);
    forge(drawing.host as Element);
    forge(sign);
    sign.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(shadow.querySelector('.box')).toBeNull();
    expect(keepQuotation).not.toHaveBeenCalled();
  });

  it('hostile names stay text, isolated and short', async () => {
    const root = build(PAGE);
    const name = `<img src=x onerror=alert(1)>\u202egnp.${'x'.repeat(100_000)}`;
    const range = rangeOf(root, 'we will stop the ferries');
    show(quote(range, 0, { speaker: name, source: { name, url: 'javascript:alert(1)', title: name } }));
    await click(range);
    const popover = await find('.quote');
    expect(popover.querySelector('img, script, a')).toBeNull();
    expect(popover.querySelector('.who bdi')?.textContent?.startsWith('<img src=x')).toBe(true);
    expect(popover.textContent?.length ?? 0).toBeLessThan(1_500);
    expect(popover.getAttribute('aria-label')).not.toContain('\u202e');
    expect(popover.getBoundingClientRect().width).toBeLessThanOrEqual(innerWidth);
  });

  it('several highlights under a click are offered in a list; one opens its card', async () => {
    const root = build(PAGE);
    const [long, short] = [rangeOf(root, 'we will stop the ferries at night'), rangeOf(root, 'stop the ferries')];
    const one = (id: string, range: StaticRange): ShownPassage => ({
      kind: 'highlight',
      id,
      colour: 'blue',
      status: 'exact',
      words: id,
      range,
    });
    show(one('long', long), one('short', short));
    await click(short);
    const choices = (await find('.chooser')).querySelectorAll('li button');
    expect(choices.length).toBe(2);
    await press(choices[1]);
    await find('iframe.card-frame');
    expect(openCard).toHaveBeenCalledExactlyOnceWith('short', 'none');
    drawing.closeCard();
    expect(shadow.querySelector('iframe')).toBeNull();
  });

  it('a selection by hand is offered five colours, a note and a claim; one click keeps it and opens the note', async () => {
    build(PAGE);
    watchSelection(
      (range) => drawing.offer(range),
      () => [],
      life.signal,
    );
    await userEvent.dblClick(document.querySelector('#p') as HTMLElement, { position: { x: 30, y: 10 } });
    const toolbar = await find('[role=toolbar]');
    const buttons = [...toolbar.querySelectorAll('button')];
    expect(buttons.map((b) => b.dataset.colour ?? b.textContent)).toEqual([
      'yellow',
      'green',
      'blue',
      'pink',
      'purple',
      'page_note',
      'page_claim',
    ]);
    for (const b of buttons) expect(Math.min(b.offsetWidth, b.offsetHeight)).toBeGreaterThanOrEqual(24);
    await press(buttons[5]);
    await find('iframe.card-frame');
    expect(keepRange).toHaveBeenCalledOnce();
    expect(openCard).toHaveBeenCalledExactlyOnceWith('new', 'note');
  });

  it('a colour is called what the reader calls it, and the theme is the reader’s, behind the closed root', async () => {
    const root = build('<p>The tide is late today.</p>');
    drawing.offer(rangeOf(root, 'tide is late'));
    const names = () => [...shadow.querySelectorAll('.colour')].map((c) => c.getAttribute('aria-label'));
    await vi.waitFor(() => expect(names()).toHaveLength(5));
    expect(names()[1]).toBe('page_highlight_in To verify');
    expect(names()[0]).toBe('page_highlight_in colour_yellow');
    const layer = shadow.querySelector('.layer') as HTMLElement; // the one layer of the stage
    expect(getComputedStyle(layer).colorScheme).toBe('dark');
    drawing.setTheme('light');
    expect(getComputedStyle(layer).colorScheme).toBe('light');
    expect(document.documentElement.outerHTML).not.toContain('To verify');
  });

  it('only what is selected by hand, and outside of fields, is offered', async () => {
    build(PAGE);
    const settled = vi.fn();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    watchSelection(settled, () => [], life.signal);
    document.getSelection()?.selectAllChildren(document.querySelector('#p') as HTMLElement);
    document.dispatchEvent(new Event('selectionchange'));
    window.dispatchEvent(new PointerEvent('pointerup'));
    vi.advanceTimersByTime(1_000);
    expect(settled).not.toHaveBeenCalled();
    for (const field of ['#i', '#e']) {
      await userEvent.tripleClick(document.querySelector(field) as HTMLElement);
      vi.advanceTimersByTime(1_000);
    }
    expect(settled.mock.calls.filter(([range]) => range !== null)).toEqual([]);
    await userEvent.tripleClick(document.querySelector('#p') as HTMLElement);
    vi.advanceTimersByTime(1_000);
    expect(settled.mock.lastCall?.[0]).not.toBeNull();
    vi.useRealTimers();
  });

  it('a form whose fields are named like what we call has its signs, and is jumped to', async () => {
    const names = [
      'closest',
      'matches',
      'parentElement',
      'parentNode',
      'assignedSlot',
      'getBoundingClientRect',
      'scrollIntoView',
      'getAttribute',
    ];
    const root = build(`<form>${names.map((n) => `<input name="${n}">`).join('')}The tide is late today.</form>`);
    const range = rangeOf(root, 'tide is late');
    drawing.show({ passages: [quote(range, 0)], truncated: false });
    await find('.sign');
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    expect(drawing.jumpTo(live)).toBe(true);
  });

  it('a failure says what happened and what is safe', async () => {
    build(PAGE);
    drawing.fail('page-changed');
    const notice = await find('[role=alert]');
    expect(notice.textContent).toContain('error_page_changed');
    expect(notice.textContent).toContain('error_page_changed_help');
  });
});
