import type { CheckRecord, SourceReading } from '../../utils/domain/check.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import type { SourceProblem } from '../../utils/domain/source-problem.ts';

/** Where the text of a source comes from. `tab`: a page as a tab shows it now. */
export type SourceInput =
  | { kind: 'url'; url: string }
  | { kind: 'text'; text: string }
  | { kind: 'file'; file: File }
  | { kind: 'tab'; page: PageText };

export interface ReadSource {
  reading: SourceReading;
  page: PageText;
  /** The page seems to show only a part of its text (a paywall). */
  partial: boolean;
  /** Who wrote it, as the page says. */
  byline: string | null;
}
export type ReadOutcome = { ok: true; value: ReadSource } | { ok: false; problem: SourceProblem; status?: number };

/** How far a long reading has come: pages of a PDF. */
export type OnProgress = (read: number, all: number) => void;

/** A comparison, and of the source what must be kept so that it can be made again. */
export type Compared = Pick<CheckRecord, 'check' | 'selector' | 'context'>;

/** What the check page can do beyond showing: given to it by the entrypoint, which knows the engines and the network. */
export interface Checker {
  read(input: SourceInput, signal: AbortSignal, onProgress?: OnProgress): Promise<ReadOutcome>;
  /** Compares, off the main thread. Null when `signal` aborts before it is done. */
  compare(quote: string, speaker: string | null, page: PageText, signal: AbortSignal): Promise<Compared | null>;
}
