import type { Assessment } from '../domain/annotation.ts';

/** The words of reports, by their keys in `_locales`. A test holds both together. */
const english = {
  export_report_title: 'Saidso: who said so?',
  export_written: 'Written',
  export_by: 'By',
  export_annotations: 'Annotations',
  export_pages: 'Pages',
  export_site: 'Site',
  export_speaker: 'Speaker',
  export_source: 'Source',
  export_cue: 'Introduced with',
  export_tags: 'Tags',
  export_note: 'Note',
  export_claims: 'Claims',
  export_kept: 'Kept',
  export_earlier: 'Earlier wording',
  export_until: 'until',
  export_open_passage: 'Open the passage',
  export_said: 'Did they say it?',
  export_true: 'Is it true?',
  authenticity_verbatim: 'Verbatim',
  authenticity_edited: 'Lightly edited',
  authenticity_paraphrased: 'Paraphrased',
  authenticity_out_of_context: 'Out of context',
  authenticity_misattributed: 'Misattributed',
  authenticity_untraceable: 'Untraceable',
  veracity_true: 'True',
  veracity_mostly_true: 'Mostly true',
  veracity_mixed: 'Mixed',
  veracity_mostly_false: 'Mostly false',
  veracity_false: 'False',
  veracity_unverifiable: 'Unverifiable',
  veracity_opinion: 'Opinion',
} as const;

export type WordKey = keyof typeof english;

export const WORD_KEYS: readonly WordKey[] = Object.keys(english).filter((key): key is WordKey => key in english);

/** The English words, for the command line and for tests. */
export const englishWord = (key: WordKey): string => english[key];

type Underscored<Value extends string> = Value extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Value;
// The type says the same as the code: each `-` becomes `_`, which keys of messages need.
const underscored = <Value extends string>(value: Value) => value.replaceAll('-', '_') as Underscored<Value>;

export const authenticityKey = (value: NonNullable<Assessment['authenticity']>): WordKey => `authenticity_${underscored(value)}`;
export const veracityKey = (value: NonNullable<Assessment['veracity']>): WordKey => `veracity_${underscored(value)}`;
