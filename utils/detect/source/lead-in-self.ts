import { CITING_VERB } from './citation-words.ts';
import { titleOf } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

/** One group captures: see `STARTS_WITH_VERB`. */
const SELF =
  /(?:^|[\s\u00a0,(])(?:I|we|ich|wir|j[’']ai|nous|yo)([\s\u00a0]+\p{L}+){0,2}?[\s\u00a0]+(?:wrote|reported|noted|said|argued|explained|posted|put it|predicted|observed|quoted|asked|warned|mused|concluded|described|laid out|schrieb(?:en)?|schrieben|habe[^.]{0,60}geschrieben|écrit|écrivais|escribí)(?![\p{L}])/iu;

/** [S10] The author quotes an earlier piece of their own: `Back in 2013 I wrote <a href="/2013/…">What I Got Wrong</a>:`. */
export const leadInSelf: SourceRule = {
  id: 'lead-in-self',
  find({ sentence, site }) {
    if (sentence === null || !SELF.test(sentence.text)) return null;
    const link = sentence.links.find((l) => l.own && !l.profile);
    if (link === undefined) return null;
    const evidence = CITING_VERB.test(link.text) ? link : sentence;
    return finding({ name: site.name ?? site.host, url: link.url, title: titleOf(sentence, link) }, 0.9, evidence, null, false);
  },
};
