import type { AnchoredHighlight, AnchorStatus } from '../domain/anchor.ts';
import type { Colour } from '../domain/annotation.ts';
import type { ErrorCode, Result } from '../domain/error-code.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Quotation } from '../domain/quotation.ts';
import type { Settings } from '../domain/settings.ts';
import type { TextMap } from './text-map.ts';

/** A quotation of the page with the place of its words. */
export interface ShownQuotation {
  readonly kind: 'quotation';
  /** Index in the view's list. */
  readonly index: number;
  readonly quotation: Quotation;
  readonly range: StaticRange;
  /** The highlight that keeps exactly this passage. */
  readonly keptAs: string | null;
}

/** A highlight of the reader with the place of its words. Notes and tags are not known here. */
export interface ShownHighlight {
  readonly kind: 'highlight';
  readonly id: string;
  readonly colour: Colour;
  readonly status: AnchorStatus;
  /** Where they are others than the reader kept; see `AnchoredHighlight`. */
  readonly differs?: AnchoredHighlight['differs'];
  readonly words: string;
  readonly range: StaticRange;
}

export type ShownPassage = ShownQuotation | ShownHighlight;

/** What is to be seen in a frame; passages in page order, a longer one before one it holds. */
export interface ShownPage {
  readonly passages: readonly ShownPassage[];
  /** The page was longer than is read. */
  readonly truncated: boolean;
}

export type Command = 'highlight' | 'note' | 'claim';

/** The settings of the reader that show in a page. The page itself sees none of them. */
export type Preferences = Pick<Settings, 'showQuotations' | 'colours' | 'theme'>;

/** What the drawing script may ask of the script that reads the page. Both run in the extension's isolated world. */
export interface PageHands {
  /** Aborts when all that was drawn has to go. */
  readonly signal: AbortSignal;
  /** As they are now. */
  preferences(): Preferences;
  /** A sentence of the interface; `''` when there is none. */
  message(key: string, substitutions?: readonly string[]): string;
  /**
   * `measure` finds what was meant in the page as it was read last; null when it is not there. `attach`: the token of an annotation that
   * is there and gets this place.
   */
  keepRange(measure: (map: TextMap) => TextSpan | null, colour: Colour | null, attach?: string): Promise<Result<{ id: string }>>;
  keepQuotation(index: number): Promise<Result<{ id: string }>>;
  /** The words at a place of the page as it was read last. */
  words(span: TextSpan): string;
  /** Scrolls there and lights it; false when it is not to be seen. */
  jump(target: { span: TextSpan }): Promise<boolean>;
  /** The painted ranges at a point of the viewport; null where the browser cannot say. */
  rangesAt(x: number, y: number): AbstractRange[] | null;
}

/** One of the alternatives that detection had to a quotation's speaker or source, by its place in the list. */
export interface Taken {
  of: 'speaker' | 'source';
  index: number;
}

/** What the drawing script has besides: it asks for editors itself, which answers the one-time address of the card's page. */
export interface DrawingHands extends PageHands {
  openCard(id: string, focus: 'none' | 'note' | 'claim'): Promise<Result<string>>;
  /** Corrects a quotation of the view; with `take` that alternative is chosen, and stored, at once. */
  openCorrection(passage: Pick<ShownQuotation, 'index' | 'quotation'>, take: Taken | null): Promise<Result<string>>;
  /** Opens the comparison of a quotation with its source, in a tab. */
  openCheck(passage: Pick<ShownQuotation, 'index' | 'quotation'>): Promise<Result<unknown>>;
}

/** What the page script asks of the drawing script. */
export interface Drawing {
  /** Our one element, to be ignored by who watches the page; null while there is none. */
  readonly host: Element | null;
  show(page: ShownPage): void;
  /** Offers to keep a selection; null takes the offer back. */
  offer(range: AbstractRange | null): void;
  /** Resolves when it is done, or failed and said so. `attach` as in `PageHands.keepRange`. */
  act(command: Command, range: AbstractRange, attach?: string): Promise<void>;
  /** Scrolls to the words of a range and says them; false when they cannot be shown. */
  jumpTo(range: Range): boolean;
  /** Follows the reader's choice of theme. */
  setTheme(theme: Preferences['theme']): void;
  resizeCard(height: number): void;
  closeCard(): void;
  /** Says something to a screen reader. */
  announce(text: string): void;
  fail(code: ErrorCode): void;
  /** The page may have moved under what was drawn, or taken it away. */
  moved(): void;
}

declare global {
  // Set by draw.js, read by the page script, in the isolated world that they share; the page has another global object.
  var openDrawing: ((hands: PageHands) => Drawing) | undefined;
}
