import type { Assessment } from '../domain/annotation.ts';
import type { CheckChangeKind, CheckVerdict } from '../domain/check.ts';

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
  export_checked: 'Compared with',
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
  check_verdict_verbatim: 'Verbatim',
  check_verdict_edited: 'Edited',
  check_verdict_altered: 'Differs from this source',
  check_verdict_not_found: 'Not in this source',
  check_verdict_unreadable: 'Cannot be told',
  check_kind_case: 'First letter',
  check_kind_case_inside: 'Capital or small letters',
  check_kind_punctuation: 'Punctuation',
  check_kind_bracket: 'Put in brackets by who quotes',
  check_kind_ellipsis: 'Cut, and shown as cut',
  check_kind_stage: 'Stage direction left out',
  check_kind_spelling: 'Spelling',
  check_kind_number_form: 'Number written in another way',
  check_kind_filler: 'Filler word',
  check_kind_contraction: 'Contraction',
  check_kind_number: 'Number',
  check_kind_negation: 'Negation',
  check_kind_name: 'Name',
  check_kind_word: 'Word',
  check_kind_added: 'Words added',
  check_kind_dropped: 'Words left out without a mark',
  check_kind_order: 'Order of words',
  check_kind_splice: 'Sentences joined over a gap',
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
export const checkVerdictKey = (value: CheckVerdict): WordKey => `check_verdict_${underscored(value)}`;
export const checkKindKey = (value: CheckChangeKind): WordKey => `check_kind_${underscored(value)}`;
