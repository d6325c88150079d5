/** Grammatical gender and number as far as a word shows them; null = does not say. */
export interface Agreement {
  gender: 'm' | 'f' | null;
  plural: boolean;
}

/**
 * What attribution needs to know of a language. Words are lower case, separated by spaces (in `according` and `phrases` by `|`).
 * Each field is a closed class or a list of cues; a word may stand in several, the first that fits in the order of
 * `tag-words.ts` counts.
 */
export interface CueLanguage {
  /** Primary BCP 47 tag. */
  language: string;
  /** Its script has no capitals: words behind a verb of saying that are in no list are taken for a name. */
  caseless?: boolean;
  /** Finite forms of verbs that mean speech whatever stands around them ("said"). */
  say: string;
  /** Finite forms that introduce speech, but often do other things ("called", "promised"). */
  weak: string;
  /** Participles that introduce speech ("saying"). */
  saying: string;
  /** Base forms ("say") that follow an auxiliary. */
  base: string;
  /** Nouns whose content is speech ("statement"). */
  nouns: string;
  /** Prepositions that name a speaker ("according to"), `|` between them. */
  according: string;
  /** Words that name a speaker only directly behind a quotation ("…“, *so* X"). */
  behind: string;
  /** Words before a name or term that show that the marks mean a word, not a speech ("so-called", "titled"). */
  naming: string;
  /** Nouns of works: what stands in marks beside them is a title. */
  works: string;
  /** Subject pronouns with what they agree with. */
  pronouns: Record<string, Agreement>;
  /** Other pronouns that may point to the speaker ("him"). */
  otherPronouns: string;
  possessives: string;
  determiners: string;
  prepositions: string;
  /** Prepositions that continue a description ("a spokesman *for* X"). */
  joining: string;
  conjunctions: string;
  relatives: string;
  auxiliaries: string;
  /** Frequent finite verbs that are no cues: they end a name. */
  verbs: string;
  adverbs: string;
  times: string;
  /** Forms of address and ranks that stand before a surname; with the gender they show. */
  titles: Record<string, 'm' | 'f' | null>;
  /** Nouns that describe a speaker: what follows a name, or may come before it. `f:`/`m:` are not needed: gender comes from titles and first names. */
  roles: string;
  /** Documents and bodies that can be the speaker of a quotation ("the report"). */
  documents: string;
}
