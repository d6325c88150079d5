import { mentionWith } from './lead-in-outlet.ts';
import { citedName, nameOf, pickLink, sourceFrom } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

/** The sentence goes on with what was cited before. */
const GOES_ON = /(?<![\p{L}])(?:also|auch|ebenfalls|weiter|également|aussi|también|continues?|goes on)(?![\p{L}])/iu;

/** [S11] The sentence that introduces links its source, on a verb, a title or a noun: `Trump began by <a href="https://politico.com/…">trashing</a> Fauci:`. */
export const leadInLink: SourceRule = {
  id: 'lead-in-link',
  find({ sentence, item }) {
    if (sentence === null || item.leadIn === null) return null;
    // Where someone goes on to speak, a link that is on no citing word explains something else.
    const floor = !item.leadIn.open ? 2 : GOES_ON.test(sentence.text) ? 3 : -1;
    const best = pickLink(sentence, null, floor);
    if (best === null) return null;
    const { link, score } = best;
    return finding(sourceFrom(citedName(sentence, link, score >= 1), sentence, link), score >= 3 ? 0.88 : 0.78, link);
  },
};

/** [S12] A closed sentence right before the passage with one link in it: `The Compact was <a href="https://un.org/…">passed in 2018</a>.` */
export const sentenceBeforeLink: SourceRule = {
  id: 'sentence-before-link',
  find({ sentence, item }) {
    if (sentence === null || item.leadIn === null || item.leadIn.heading || item.leadIn.open) return null;
    const links = sentence.links.filter((l) => !l.own && !l.profile && l.outlet?.kind !== 'reference');
    const link = links.length === 1 ? links[0] : undefined;
    if (link === undefined) return null;
    return finding(sourceFrom(nameOf(link, false), sentence, link), 0.7, link);
  },
};

const IT = /^[\s\u00a0]*(?:it|they|es|sie|elle|il)[\s\u00a0]+[\p{L}\s]{2,30}:[\s\u00a0]*$/iu;
const ITS = /^[\s\u00a0]*(?:its|their|dessen|deren|son|sa|su)[\s\u00a0]+\p{Ll}/iu;

/** [S13] The document is linked a sentence earlier: `…, which he laid out in <a>a blog post</a> in 2006. Musk wrote:`. */
export const earlierSentenceLink: SourceRule = {
  id: 'earlier-sentence-link',
  find({ before, item, sentence, site }) {
    if (before === null || item.leadIn === null || !item.leadIn.open) return null;
    // "The Met Office <a>upgraded its warning</a>. It says:": the sentence is about what is quoted
    const goesOn = sentence !== null && IT.test(sentence.text);
    const best = pickLink(before, null, goesOn ? 0 : 3);
    if (best === null) {
      // "The BBC reports …. Its correspondent writes:"
      const outlet = sentence !== null && ITS.test(sentence.text) ? mentionWith(before, site, ['subject']) : null;
      return outlet === null ? null : finding({ name: outlet.outlet.name, url: null, title: null }, 0.7, outlet);
    }
    return finding(sourceFrom(citedName(before, best.link, true), before, best.link), 0.75, best.link);
  },
};
