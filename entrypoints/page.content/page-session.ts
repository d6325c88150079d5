import { browser } from 'wxt/browser';
import type { Command, Drawing, PageHands, Preferences, ShownPage } from '../../utils/dom/drawing.ts';
import { isNew, type Reading, readDocument } from '../../utils/dom/page-reader.ts';
import { createPainter, type Painter } from '../../utils/dom/paint.ts';
import { runInSlices } from '../../utils/dom/run-in-slices.ts';
import { hasFocus, selectedRange } from '../../utils/dom/selection.ts';
import { MAX_SHOWN_QUOTATIONS, marksOf, shownPassages } from '../../utils/dom/shown-passages.ts';
import { type PageWatch, watchPage } from '../../utils/dom/watch-page.ts';
import { watchSelection } from '../../utils/dom/watch-selection.ts';
import type { PageView } from '../../utils/domain/anchor.ts';
import type { Colour } from '../../utils/domain/annotation.ts';
import type { ErrorCode, Result } from '../../utils/domain/error-code.ts';
import type { TextSpan } from '../../utils/domain/page-text.ts';
import { ask, isAlive } from '../../utils/messaging/ask.ts';
import type { FrameRequest } from '../../utils/messaging/protocol.ts';
import { type Again, again } from './again.ts';

/** How long a passage that was jumped to stays lit (ms). */
const FLASH_MS = 1_800;

type Kept = Result<{ id: string }>;
const failed = (code: ErrorCode): Kept => ({ ok: false, code });

/** Reads, asks, paints and listens in one frame, until it is closed or the signal it was made with aborts. */
export class PageSession {
  reading: Reading | null = null;
  view: PageView | null = null;
  drawing: Drawing | null = null;
  readonly #life = new AbortController();
  readonly #painter: Painter;
  readonly #watch: PageWatch;
  #preferences: Preferences;
  /** What is asked for while a look is under way, done right after. `view`: ask even if the page is the same. */
  #wanted: 'nothing' | 'page' | 'view' = 'nothing';
  #looking: Promise<void> | null = null;
  /** The last question to the background. */
  #asking: Promise<PageView | null> | null = null;
  /** A background that was stopped, or a route that moved on meanwhile: asked again; after that the next change of the page asks. */
  readonly #retry: Again;

  constructor(preferences: Preferences, signal: AbortSignal) {
    this.#preferences = preferences;
    const own = this.#life.signal;
    signal.addEventListener('abort', () => this.close());
    this.#painter = createPainter(own);
    this.#retry = again(() => void this.#look('view'), own);
    this.#watch = watchPage(
      // The script of a newer version draws what this one did: a change, and the first that an old script hears of it.
      () => void (isAlive() ? this.#look('page') : this.close()),
      this.#painter.rewritten,
      own,
    );
    watchSelection((range) => void this.#offer(range), this.#shadowRoots, own);
    document.addEventListener('visibilitychange', () => this.#painter.restore(), { signal: own });
  }

  /** Reads the page and asks for its view, again. */
  refresh(preferences: Preferences): void {
    this.#preferences = preferences;
    this.drawing?.setTheme(preferences.theme);
    void this.#look('view');
  }

  /** What is shown. An answer that is on its way counts: surfaces are told of it before it is here, and would ask too early. */
  async shown(): Promise<PageView | null> {
    await this.#asking;
    return this.view;
  }

  /** Scrolls to a place of the page as last read, or to a highlight, lights it and says its words. */
  async jump(target: { span: TextSpan } | { id: string }): Promise<boolean> {
    const span = 'id' in target ? this.view?.highlights.find(({ id }) => id === target.id)?.span : target.span;
    const range = span && this.reading?.map.toRange(span);
    if (!range || !(await this.#draw())?.jumpTo(range)) return false;
    this.#painter.set('flash', [new StaticRange(range)]);
    setTimeout(() => this.#painter.set('flash', []), FLASH_MS);
    return true;
  }

  /** A command of the browser: acts on the selection of this frame; false when it has none, or not the focus although `focused` is asked for. */
  async act(command: Command, focused: boolean, attach?: string): Promise<boolean> {
    const range = focused && !hasFocus() ? null : selectedRange(this.#shadowRoots());
    if (!range) return false;
    await (await this.#draw())?.act(command, range, attach);
    return true;
  }

  /** The address under which the words of a span came into the page; null when they are not there now. */
  async addressOf({ span, exact }: FrameRequest<'frame.address'>): Promise<string | null> {
    if (this.#watch.dirty) await this.#look('page');
    const { reading } = this;
    if (reading?.page.text.slice(span.start, span.end) !== exact) return null;
    const held = reading.map.nodesOf(span);
    return held && this.#watch.addressOf(reading.map.textNodes.nodes.slice(held.first, held.last + 1));
  }

  close(): void {
    this.#life.abort();
    this.view = this.reading = this.drawing = null;
  }

  readonly #shadowRoots = (): readonly ShadowRoot[] => this.reading?.shadowRoots ?? [];

  /** One look at a time. */
  #look(want: 'page' | 'view'): Promise<void> {
    if (this.#wanted !== 'view') this.#wanted = want;
    this.#looking ??= this.#lookWhileWanted().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookWhileWanted(): Promise<void> {
    while (this.#wanted !== 'nothing' && !this.#life.signal.aborted) {
      const want = this.#wanted;
      this.#wanted = 'nothing';
      this.#watch.seen(this.#shadowRoots());
      const reading = await readDocument(this.#life.signal);
      if (!reading) return;
      const changed = isNew(reading.page, this.reading?.page);
      const ask = changed || want === 'view' || this.view === null;
      // Until the answer is here the old reading stays: a view's places are true of the reading it was made from, and of no other.
      if (ask) this.#asking = this.#ask(reading);
      const view = ask ? await this.#asking : this.view;
      if (this.#life.signal.aborted) return;
      this.#watch.settle(view?.quotations.length !== this.view?.quotations.length);
      this.reading = reading;
      this.view = view ?? (changed ? null : this.view);
      if (this.view === null) this.#paintNothing();
      await this.#show();
    }
  }

  /** The background's view of a reading; null when there is none to be had now. */
  async #ask({ page }: Reading): Promise<PageView | null> {
    // A frame without words has no quotes; the top one is asked about all the same, so that "none" can be told.
    if (page.text === '' && window !== window.top) return null;
    const answer = await ask('page.view', { page });
    if (answer.ok) {
      this.#retry.reset();
      return answer.value;
    }
    if (answer.code === 'paused' || answer.code === 'extension-updated') this.close();
    else this.#retry.later();
    return null;
  }

  #paintNothing(): void {
    this.#painter.paint({});
    this.drawing?.show({ passages: [], truncated: false });
  }

  async #show(): Promise<void> {
    const { reading, view } = this;
    if (!reading || !view) return;
    const steps = shownPassages(view, this.#preferences.showQuotations, reading.map, reading.page.text);
    const passages = await runInSlices(steps, this.#life.signal);
    if (!passages) return;
    this.#painter.paint(marksOf(passages));
    const page: ShownPage = { passages, truncated: view.truncated || view.quotations.length > MAX_SHOWN_QUOTATIONS };
    const drawing = passages.length > 0 ? await this.#draw() : this.drawing;
    drawing?.show(page);
  }

  async #offer(range: AbstractRange | null): Promise<void> {
    // Nothing is loaded for a selection that is taken back.
    const drawing = range ? await this.#draw() : this.drawing;
    drawing?.offer(range);
  }

  /** Loads what draws, at the first need. */
  async #draw(): Promise<Drawing | null> {
    if (this.drawing) return this.drawing;
    const loaded = await ask('page.draw', {});
    if (this.#life.signal.aborted) return null;
    if (loaded.ok) this.drawing ??= globalThis.openDrawing?.(this.#hands()) ?? null;
    return this.drawing;
  }

  #hands(): PageHands {
    // Keys are put together from rules and codes, so they are not all in the list that TypeScript knows.
    const getMessage = browser.i18n.getMessage as (key: string, substitutions?: string[]) => string;
    return {
      signal: this.#life.signal,
      preferences: () => this.#preferences,
      message: (key, substitutions) => getMessage(key, substitutions && [...substitutions]),
      keepRange: (measure, colour, attach) => this.#keepRange(measure, colour, attach),
      keepQuotation: (index) => this.#keepQuotation(index),
      words: ({ start, end }) => this.reading?.page.text.slice(start, end) ?? '',
      jump: (target) => this.jump(target),
      rangesAt: (x, y) => {
        this.#painter.restore();
        return this.#painter.rangesAt(x, y);
      },
    };
  }

  async #keepRange(measure: Parameters<PageHands['keepRange']>[0], colour: Colour | null, attach?: string): Promise<Kept> {
    // The second time everything is read and asked for again: the page changed, or the background forgot it.
    for (const want of ['page', 'view'] as const) {
      if (want === 'view' || !this.reading || this.#watch.dirty) await this.#look(want);
      const { reading } = this;
      const span = reading && measure(reading.map);
      if (!span) continue;
      const exact = reading.page.text.slice(span.start, span.end);
      const kept = await ask('annotation.create', { span, exact, colour, quotation: null, attach });
      if (kept.ok) await this.#look('view');
      if (kept.ok || kept.code !== 'page-changed') return kept;
    }
    return failed('page-changed');
  }

  async #keepQuotation(index: number): Promise<Kept> {
    const quotation = this.view?.quotations[index];
    if (!quotation || !this.reading) return failed('page-changed');
    const { start, end } = quotation;
    const exact = this.reading.page.text.slice(start, end);
    const kept = await ask('annotation.create', { span: { start, end }, exact, colour: null, quotation: index });
    if (kept.ok || kept.code === 'page-changed') await this.#look('view');
    return kept;
  }
}
