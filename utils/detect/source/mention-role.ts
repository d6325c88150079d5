import { CITING_NOUN, STARTS_WITH_VERB } from './citation-words.ts';
import type { Citing, Mention } from './source-context.ts';

/**
 * How an outlet is named in a sentence:
 * `alone` ("AP:"), `from` ("From X:", "according to X", "as reported by X"), `subject` ("X reported"), `told` ("told X", "in an
 * interview with X"), `product` ("an X article"), `place` ("in X", "on X"), `affiliation` ("X's Jane Doe", "a reporter for X"), `other`.
 */
export type MentionRole = 'alone' | 'from' | 'subject' | 'told' | 'product' | 'place' | 'affiliation' | 'other';

const ARTICLE = String.raw`(?:(?:the|an?|this|today[’']s|yesterday[’']s|der|die|das|dem|den|la|le|les|l[’']|el|los|las|its?)[\s\u00a0]*)?(?:\p{Ll}+[\s\u00a0]+)?["“„«‘']?`;
const before = (words: string): RegExp => new RegExp(String.raw`(?:^|[^\p{L}])(?:${words})[\s\u00a0:]+${ARTICLE}$`, 'iu');

const FROM = before(
  `from|per|via|according to|reported (?:by|in)|noted (?:by|in)|summari[sz]ed (?:by|in)|quoted (?:by|in)|cited (?:by|in)|obtained by|published (?:by|in)|seen by|laut|nach angaben|zitiert nach|aus|selon|d[’']après|según|source|quelle|h/t|hat tip(?: to)?`,
);
const TOLD = before(
  `told|tells|telling|tell|sp(?:oke|eaks?|eaking) (?:to|with)|interview(?:ed|s)? (?:with|by|to|for|for the|on|in)|sa(?:id|ys|ying) (?:to|on|in)|statements? (?:to|for)|comments? (?:to|for)|e-?mail(?:ed)? (?:to)?|wr(?:ote|ites|iting|itten) (?:in|for|on|at)|essay (?:in|for)|op-ed (?:in|for)|column (?:in|for)|appear(?:ed|ing|ance) (?:in|on)|remarks to|(?:confirmed|admitted|explained|described|complained|revealed|commented|remarked|recalled) to|gegenüber|interview mit|gespräch mit|à|au micro de|auprès de|entrevista con|dijo a|declaró a|post(?:ed|ing)? (?:on|to)|(?:asked|interviewed|contacted|reached|quoted) by|(?:interrogé|interviewé|joint|contacté|questionné|cité)e?s? par|(?:preguntad|entrevistad|consultad|citad)[oa]s? por|tweeted (?:on|at)|announced on|via`,
);
const GERMAN_DATIVE =
  /(?:^|[^\p{L}])(?:sagte|sagt|sagten|erklärte|teilte|mitteilte|bestätigte)[^.!?]{1,80}(?:der|dem|den)[\s\u00a0]+["„“»]?$/iu;
const ROMANCE_DATIVE =
  /(?:^|[^\p{L}])(?:dijo|declar\p{L}+|afirm\p{L}+|explic\p{L}+|cont[óa]|asegur\p{L}+|confi[eé]\p{L}*|expliqu\p{L}+|affirm\p{L}+|déclar\p{L}+|dit|raconte|précis\p{L}+)[^.!?]{0,60}[\s\u00a0](?:a|al|à|au|aux)[\s\u00a0]+(?:(?:la|el|le|les|l[’'])[\s\u00a0]*)?(?:(?:agencia|agence|chaîne|cadena|radio|journal|diario|quotidien|periódico|hebdomadaire|revista)[\s\u00a0]+)?$/iu;
const PLACE = before(`in|on|at|over at|im|in der|auf|bei|dans|sur|en|chez`);
const OF_SOMEBODY = before(`of|for|with|at|by|von|vom|bei|de|du|des|d[’']|del`);
const SOMEBODY =
  /^[\s\u00a0]*(?:[’']s?[\s\u00a0]+)?(?:[\p{L}-]+[\s\u00a0]+){0,3}?(?:host|co-host|editor|editors|reporter|reporters|columnist|correspondent|anchor|analyst|contributor|commentator|spokes(?:man|woman|person|people)|ceo|cfo|chief|head|president|founder|co-founder|director|official|officials|secretary|journalist|writer|lawyer|attorney|professor|adviser|advisor|aide|critic|blogger|author|producer|executive|chair(?:man|woman)?|staffer|employee|engineer|researcher|scientist|economist|leader|member|poll|sprecher(?:in)?|chef(?:in)?|korrespondent(?:in)?|journaliste?|chefredakteur(?:in)?|redakteur(?:in)?|directeur|directrice|portavoz|periodista)(?![\p{L}])/iu;
const POSSESSED_NAME = /^[’']s?[\s\u00a0]+(?:\p{Ll}+[\s\u00a0]+){0,2}\p{Lu}[\p{L}.’-]+[\s\u00a0]+\p{Lu}/u;
const APPOSED_NAME = /^[\s\u00a0]+\p{Lu}[\p{L}’-]+[\s\u00a0]+\p{Lu}[\p{L}’-]+/u;
/** Words that may stand beside an outlet that is named alone: a date, a page. */
const BESIDE =
  /^(?:page|p|pp|paragraph|section|s|seite|jan\p{L}*|feb\p{L}*|mar(?:ch)?|märz|apr\p{L}*|may|mai|june?|juni|july?|juli|aug\p{L}*|sep\p{L}*|o[ck]t\p{L}*|nov\p{L}*|de[cz]\p{L}*|via|the|and|also|again|same|show|a?\d+|\d+[a-z]?)$/iu;
const standsAlone = (text: string): boolean => (text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => BESIDE.test(word));

export function roleOf({ text, start }: Citing, mention: Mention): MentionRole {
  const ahead = text.slice(0, mention.start - start);
  const behind = text.slice(mention.end - start);
  if (standsAlone(ahead) && standsAlone(behind.replace(/\([^)]*\)|\ufffc+/gu, ''))) return 'alone';
  const product = /^[\s\u00a0]*(?:[’']s?[\s\u00a0]+)?["”“’]?(?:[\p{L}-]+[\s\u00a0]+){0,2}/u.exec(behind)?.[0] ?? '';
  const isProduct = CITING_NOUN.test(
    behind
      .slice(0, product.length + 16)
      .split(/[\s\u00a0]+/)
      .slice(0, 4)
      .join(' '),
  );
  if (TOLD.test(ahead)) return 'told';
  if ((SOMEBODY.test(behind.slice(0, 60)) || POSSESSED_NAME.test(behind)) && !FROM.test(ahead)) return 'affiliation';
  if (FROM.test(ahead)) return 'from';
  if (GERMAN_DATIVE.test(ahead) || ROMANCE_DATIVE.test(ahead)) return 'told';
  if (STARTS_WITH_VERB.test(behind.replace(/^["”“’]/, '').replace(/^[\s\u00a0]*\([^)]{1,40}\)/, ''))) return 'subject';
  if (isProduct) return 'product';
  if (OF_SOMEBODY.test(ahead))
    return PLACE.test(ahead) && !/\p{Lu}[\p{L}’-]+,?[\s\u00a0]+(?:at|in|of)[\s\u00a0]+(?:the[\s\u00a0]+)?$/u.test(ahead)
      ? 'place'
      : 'affiliation';
  if (PLACE.test(ahead)) return 'place';
  if (APPOSED_NAME.test(behind)) return 'affiliation';
  return 'other';
}
