import type { Annotation } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import type { Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';
import type { WordKey } from './words.ts';

/** What a format needs to know beside the annotations. */
export interface ExportContext {
  /** When it is written: ISO 8601 UTC. */
  exported: string;
  /** UUID of this export. */
  id: string;
  /** The reader's name, '' for none. */
  creator: string;
  /** BCP 47 of the words below; gives the report its language and direction. */
  language: string;
  /** Words of the interface: `browser.i18n.getMessage`, or `englishWord`. */
  word: (key: WordKey) => string;
  /** A byte order mark in front of CSV: Excel reads UTF-8 only with one. */
  byteOrderMark: boolean;
  /** The reader's corrections, for the format that carries everything. */
  corrections?: readonly Correction[];
  /** Pages that the reader joined, for the same. */
  documents?: readonly JoinedDocument[];
}

/** What is wrong with a row: the place in it (`target.source`, `body.2.value`; '' is the whole row), and whether nothing stands there. */
export interface Fault {
  path: string;
  missing: boolean;
}

/** A row of a file that cannot become an annotation: its place in the file (from 0) and the reason, `why` in English for the expert. */
export interface InvalidRow {
  row: number;
  why: string;
  faults: Fault[];
}

/** What a file holds. `row` of an annotation is its place in the file. */
export interface ReadFile {
  annotations: { row: number; annotation: Annotation }[];
  /** Where the file holds some. */
  corrections?: Correction[];
  documents?: JoinedDocument[];
  invalid: InvalidRow[];
}

/** One format, both directions side by side where they exist. */
export interface Format {
  /** What `saidso convert` calls it. */
  id: string;
  /** Its name in `_locales`. */
  labelKey: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** The file in pieces, in order; nothing is held but the current one. */
  write?: (annotations: readonly Annotation[], context: ExportContext) => Iterable<string>;
  /** Reads a whole file. `now`, ISO 8601 UTC, dates what the file does not date. Never throws for any text. */
  read?: (text: string, now: string) => Result<ReadFile>;
}
