import type { Colour } from '../domain/annotation.ts';
import type { ErrorCode } from '../domain/error-code.ts';
import type { TextSpan } from '../domain/page-text.ts';
import { adder } from './adder.ts';
import { createCardFrame } from './card-frame.ts';
import { changedPopover } from './changed-popover.ts';
import { chooser } from './chooser.ts';
import { copyText } from './copy-text.ts';
import type {
  Command,
  Drawing,
  DrawingHands,
  Preferences,
  ShownHighlight,
  ShownPage,
  ShownPassage,
  ShownQuotation,
  Taken,
} from './drawing.ts';
import { button, element } from './element.ts';
import { type Floating, openFloating } from './floating.ts';
import { createGutter, type Gutter } from './gutter.ts';
import { jumpTo } from './jump.ts';
import { linesOf } from './live-range.ts';
import { isPainted, passagesAt } from './passage-at.ts';
import { passageLabel } from './passage-label.ts';
import { quotationPopover } from './quotation-popover.ts';
import { spanOf } from './span-of.ts';
import { createStage, type Stage, viewport } from './stage.ts';
import type { TextMap } from './text-map.ts';
import { watchPointer } from './watch-pointer.ts';
import { widenSpan } from './widen-span.ts';

/** Words read to a screen reader after a jump, at most (UTF-16). */
const ANNOUNCED = 300;
/** As long as the page lights what was jumped to (ms). */
const ASIDE_MS = 1_800;
/** A failure stays to be read (ms). */
const NOTICE_MS = 12_000;

interface Opening {
  /** The line that was pointed at; without it the first one in the window. */
  y?: number;
  /** The sign that was pressed: it has the focus back at the end. */
  sign?: HTMLElement;
  byKeyboard?: boolean;
  /** Opened by a resting mouse: takes no focus, and goes when the mouse goes. */
  resting?: boolean;
}

/** Draws what the page script says, in one closed shadow root, until `hands.signal` aborts. `css` is the sheet of that root. */
export function openDrawing(hands: DrawingHands, css: string): Drawing {
  return new PageDrawing(hands, css);
}

class PageDrawing implements Drawing {
  readonly #hands: DrawingHands;
  readonly #stage: Stage;
  readonly #gutter: Gutter;
  readonly #card: ReturnType<typeof createCardFrame>;
  #page: ShownPage = { passages: [], truncated: false };
  #byRange = new Map<AbstractRange, ShownPassage>();
  /** The one popover or list that is open. */
  #popover: (Floating & { resting: boolean }) | null = null;
  #adder: Floating | null = null;
  #notice: Floating | null = null;
  #busy = false;

  constructor(hands: DrawingHands, css: string) {
    const { message, signal } = hands;
    this.#hands = hands;
    this.#stage = createStage(css, message('@@bidi_dir') || 'ltr', signal);
    this.setTheme(hands.preferences().theme);
    this.#card = createCardFrame(this.#stage, message, (code) => this.fail(code));
    this.#gutter = createGutter(this.#stage, this.#labelOf, (passages, sign, byKeyboard) => this.#open(passages, { sign, byKeyboard }));
    watchPointer(
      {
        onClick: (x, y) => this.#open(this.#at(x, y), { y }),
        onRest: (x, y) => this.#rest(x, y),
        onLeave: () => this.#popover?.resting && this.#popover.close(),
      },
      this.#stage.host,
      signal,
    );
  }

  setTheme(theme: Preferences['theme']): void {
    this.#stage.layer.dataset.theme = theme;
  }

  get host(): Element | null {
    return this.#stage.host;
  }

  show(page: ShownPage): void {
    this.#page = page;
    this.#byRange = new Map(page.passages.map((passage) => [passage.range, passage]));
    this.#gutter.show(page.passages.filter(isPainted));
  }

  offer(range: AbstractRange | null): void {
    this.#adder?.close();
    if (!range) return;
    const box = adder(this.#hands, (command, colour) => void this.#keep(command, range, colour));
    this.#popover?.close();
    this.#adder = openFloating(this.#stage, box, {
      anchor: () => linesOf(range).at(-1) ?? null,
      onClose: () => {
        this.#adder = null;
      },
    });
  }

  act(command: Command, range: AbstractRange, attach?: string): Promise<void> {
    return this.#keep(command, range, null, attach);
  }

  jumpTo(range: Range): boolean {
    if (!jumpTo(range)) return false;
    this.announce(range.toString().slice(0, ANNOUNCED));
    return true;
  }

  resizeCard(height: number): void {
    this.#card.resize(height);
  }

  closeCard(): void {
    this.#card.close();
  }

  announce(text: string): void {
    this.#stage.mount();
    this.#stage.announce(text);
  }

  moved(): void {
    this.#stage.moved();
  }

  fail(code: ErrorCode): void {
    const { message, signal } = this.#hands;
    this.#notice?.close();
    const key = `error_${code.replaceAll('-', '_')}`;
    const box = element(
      'div',
      { class: 'box notice', role: 'alert' },
      element('p', { class: 'who' }, message(key) || message('error_unexpected')),
      element('p', { class: 'why' }, message(`${key}_help`)),
      element(
        'div',
        { class: 'actions' },
        button({ class: 'button' }, () => floating.close(), signal, message('common_close')),
      ),
    );
    const floating = openFloating(this.#stage, box, { anchor: () => atLowerEdge(), sticky: true });
    this.#notice = floating;
    setTimeout(() => floating.close(), NOTICE_MS);
  }

  readonly #labelOf = (passages: readonly ShownPassage[]): string => {
    const { message } = this.#hands;
    const [first] = passages;
    if (!first || passages.length > 1) return message('page_label_several', [String(passages.length)]);
    return passageLabel(first, message);
  };

  #at(x: number, y: number): ShownPassage[] {
    return passagesAt(x, y, this.#hands.rangesAt(x, y), this.#byRange, this.#gutter.near);
  }

  #rest(x: number, y: number): void {
    if ((this.#popover && !this.#popover.resting) || this.#adder || this.#card.isOpen) return;
    const found = this.#at(x, y);
    const changed = found.findLast((passage) => passage.kind === 'highlight' && passage.differs !== undefined);
    const quotations = found.filter((passage) => passage.kind === 'quotation');
    if (changed?.kind === 'highlight') this.#showChanged(changed, { y, resting: true });
    else if (quotations.length > 0) this.#showQuotation(quotations, { y, resting: true });
  }

  #open(passages: readonly ShownPassage[], opening: Opening): void {
    const last = passages.at(-1);
    if (!last) return;
    if (passages.every((passage) => passage.kind === 'quotation') && !opening.sign) this.#showQuotation(passages, opening);
    else if (passages.length > 1) this.#choose(passages, opening);
    else if (last.kind === 'quotation') this.#showQuotation([last], opening);
    else this.#edit(last.id, 'none', last.range, opening);
  }

  #choose(passages: readonly ShownPassage[], opening: Opening): void {
    const [first] = passages;
    if (!first) return;
    const box = chooser(passages, this.#hands, (passage) => {
      this.#popover?.close();
      this.#open([passage], opening);
    });
    this.#float(box, first.range, opening);
  }

  /** Shows the innermost, the last; the others are named below it. */
  #showQuotation(passages: readonly ShownQuotation[], opening: Opening): void {
    const passage = passages.at(-1);
    if (!passage) return;
    const box = quotationPopover(passage, passages.slice(0, -1).reverse(), this.#page.truncated, this.#hands, {
      keep: (kept, then) => void this.#keepQuotation(kept, then, opening),
      open: (id, focus) => this.#edit(id, focus, passage.range, opening),
      copy: (text) => void this.#copy(text),
      check: (checked) => void this.#check(checked),
      show: (other) => this.#showQuotation([...passages.filter((p) => p !== other), other], { ...opening, resting: false }),
      correct: (corrected, take) => this.#correct(corrected, take, opening),
      jump: (span, words) => void this.#jumpToWords(span, words),
      resized: () => this.#stage.moved(),
    });
    this.#float(box, passage.range, opening);
  }

  #showChanged({ id, differs, range }: ShownHighlight, opening: Opening): void {
    if (!differs) return;
    const box = changedPopover(differs, this.#hands, () => this.#edit(id, 'none', range, opening));
    this.#float(box, range, opening);
  }

  #float(box: HTMLElement, range: AbstractRange, { y, sign, byKeyboard = false, resting = false }: Opening): void {
    this.#popover?.close();
    const floating = openFloating(this.#stage, box, {
      anchor: lineOf(() => range, y),
      takeFocus: resting ? null : byKeyboard ? 'control' : 'box',
      returnTo: sign ?? null,
      onClose: () => {
        this.#popover = null;
      },
    });
    this.#popover = Object.assign(floating, { resting });
  }

  async #keep(command: Command, range: AbstractRange, colour: Colour | null, attach?: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const kept = await this.#hands.keepRange((map) => meantBy(map, range), colour, attach);
    this.#busy = false;
    if (!kept.ok) return this.fail(kept.code);
    this.#adder?.close();
    document.getSelection()?.collapseToEnd();
    this.announce(this.#hands.message(attach === undefined ? 'page_kept' : 'page_attached'));
    if (command !== 'highlight') this.#edit(kept.value.id, command, range, {});
  }

  async #keepQuotation(passage: ShownQuotation, then: Command, opening: Opening): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const kept = await this.#hands.keepQuotation(passage.index);
    this.#busy = false;
    if (!kept.ok) return this.fail(kept.code);
    this.#popover?.close();
    this.announce(this.#hands.message('page_kept'));
    if (then !== 'highlight') this.#edit(kept.value.id, then, passage.range, opening);
  }

  #edit(id: string, focus: 'none' | 'note' | 'claim', range: AbstractRange, { y, sign }: Opening): void {
    this.#popover?.close();
    const current = (): AbstractRange => this.#page.passages.find((p) => p.kind === 'highlight' && p.id === id)?.range ?? range;
    void this.#card.open(() => this.#hands.openCard(id, focus), lineOf(current, y), sign ?? null);
  }

  #correct(passage: ShownQuotation, take: Taken | null, { y, sign }: Opening): void {
    this.#popover?.close();
    void this.#card.open(
      () => this.#hands.openCorrection(passage, take),
      lineOf(() => passage.range, y),
      sign ?? null,
    );
  }

  /** The popover stays, for whoever looks at the words that decided comes back to it; but it may stand over them, and lets them through. */
  async #jumpToWords(span: TextSpan, words: string): Promise<void> {
    // The page may have been read anew since the popover opened, and other words stand there now.
    const stands = this.#hands.words(span) === words;
    if (!stands || !(await this.#hands.jump({ span }))) return this.announce(this.#hands.message('page_not_shown'));
    const box = this.#popover?.box;
    box?.classList.add('aside');
    setTimeout(() => box?.classList.remove('aside'), ASIDE_MS);
  }

  async #check(passage: ShownQuotation): Promise<void> {
    const opened = await this.#hands.openCheck(passage);
    if (!opened.ok) this.fail(opened.code);
  }

  async #copy(text: string): Promise<void> {
    const { message } = this.#hands;
    this.announce(message((await copyText(text)) ? 'page_copied' : 'page_copy_refused'));
  }
}

/** What a reader meant with a selection. */
function meantBy(map: TextMap, range: AbstractRange): TextSpan | null {
  const span = spanOf(map, range);
  return span && widenSpan(map.text, span);
}

/** Follows the line of a passage that was pointed at, or else its first one in the window. */
function lineOf(range: () => AbstractRange, y: number | undefined): () => DOMRect | null {
  const at = y === undefined ? -1 : linesOf(range()).findIndex((line) => y >= line.top && y <= line.bottom);
  return () => {
    const lines = linesOf(range());
    return lines[at] ?? lines.find((line) => line.bottom > 0 && line.top < innerHeight) ?? lines[0] ?? null;
  };
}

function atLowerEdge(): DOMRect {
  const { clientWidth, clientHeight } = viewport();
  return new DOMRect(clientWidth / 2 - 180, clientHeight, 0, 0);
}
