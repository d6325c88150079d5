import { CITING_WORD } from './citation-words.ts';
import { citationScore, citedName } from './pick-link.ts';
import type { Citing, SourceFinding } from './source-context.ts';

/** A name that another answer would give, and what kind of answer that is. */
export interface WeighedSource {
  name: string;
  /**
   * `rule`: a rule of lower rank names it; `link`: a link of the sentence leads there; `before`: one of the sentence before;
   * `outlet`: the sentence names it; `cited`: it was cited last.
   */
  kind: 'rule' | 'link' | 'before' | 'outlet' | 'cited';
}

const MOST = 6;
/** A link that scores less (a profile, the site's own page) is no citation (`citationScore`). */
const FLOOR = -1;

/** What else a quotation may be from, likeliest first: what other rules say, what its sentences link and name, what was cited last. */
export function weighedSources(
  others: readonly SourceFinding[],
  sentence: Citing | null,
  before: Citing | null,
  cited: SourceFinding | null,
): WeighedSource[] {
  const names = new Map<string, WeighedSource['kind']>();
  const add = (name: string | undefined, kind: WeighedSource['kind']): void => {
    if (name !== undefined && name !== '' && names.size < MOST && !names.has(name)) names.set(name, kind);
  };
  for (const { source } of others) add(source?.name, 'rule');
  if (sentence !== null) for (const name of linked(sentence)) add(name, 'link');
  if (sentence !== null) for (const { outlet } of sentence.mentions) add(outlet.name, 'outlet');
  if (before !== null) for (const name of linked(before)) add(name, 'before');
  if (cited?.source != null && cited.source.name !== 'this page') add(cited.source.name, 'cited');
  return [...names].map(([name, kind]) => ({ name, kind }));
}

/** The names behind the links of a sentence that may be citations, the plainest first. */
const linked = (sentence: Citing): string[] =>
  sentence.links
    .map((link) => ({ link, score: citationScore(sentence, link, null) }))
    .filter(({ link, score }) => score >= FLOOR || (CITING_WORD.test(link.text) && !link.own))
    .sort((a, b) => b.score - a.score)
    .map(({ link }) => citedName(sentence, link, false));
