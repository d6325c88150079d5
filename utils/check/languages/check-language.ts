/** What the check knows of a language. All words folded, in lower case. */
export interface CheckLanguage {
  /** BCP 47 primary subtag. */
  code: string;
  /** Every noun has a capital: it makes no name. */
  nounsAreCapital: boolean;
  /** Function words by which a text is known to be of this language; none that another listed language has among its commonest. */
  common: string[];
  /** What speakers say while they think: single words and phrases. */
  fillers: string[];
  /** Words that a speaker opens a sentence with and an editor leaves out. */
  openers: string[];
  /** Short form → what it may stand for. */
  contractions: Record<string, string[]>;
  /** Endings of contracted words with what they may stand for; '' for a possessive. The word before it stays. */
  endings: [ending: string, full: string[]][];
  /** Beginnings of contracted words. */
  beginnings: [beginning: string, full: string[]][];
  /** Words that go with a negation, and that speech leaves out: ne … pas. Alone they are none. */
  particles: string[];
  /** Two spellings of one word; the first is the one that words are compared in. */
  spellings: [string, ...string[]][];
  /** Regular differences of spelling, applied one after another to both words. Words in `notBySpelling` stay what they are. */
  spellingRules: [RegExp, string][];
  notBySpelling: string[];
  /** Accents tell words apart (schon, schön); else "cafe" is "café". */
  accentsMatter: boolean;
  numbers: NumberWords;
  /** Begin a clause that turns or limits the statement before it. */
  turns: string[];
  /** Begin a condition that holds for the main clause behind it. */
  conditions: string[];
  /** Make the opposite of a word: un-, in-. */
  negativePrefixes: string[];
  /** Words of stage directions: "applause". */
  stage: string[];
}

export interface NumberWords {
  decimal: '.' | ',';
  /** Below a hundred, and the ordinals. */
  units: Record<string, number>;
  /** A hundred and more; they multiply what stands before. */
  scales: Record<string, number>;
  /** May stand for one before a scale: "a million". */
  articles: string[];
  /** Between the parts of one number: "two hundred and five". */
  joiners: string[];
  /** Read as signs: "percent" → "%". */
  signs: Record<string, string>;
  /** Compounds are written as one word ("zweihundertfünf"). */
  compounds: boolean;
  /** Endings of ordinals in digits: "2nd". */
  ordinals: RegExp;
}
