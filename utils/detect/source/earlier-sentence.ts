import { earlierLink, mentionWith } from './lead-in-outlet.ts';
import { citedName, pickLink, sourceFrom } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

const PRONOUN = /^(?:he|she|they|it|er|sie|es|il|elle|ils|elles|él|ella|ellos|ellas)$/iu;

/** [S31] A pronoun goes on with the person whose piece was linked a sentence before: `Okrent <a>analyzed</a> … in a column. “…,” he wrote.` */
export const earlierSentence: SourceRule = {
  id: 'earlier-sentence',
  find({ context, before, sentence, site, item, candidate }) {
    if (
      before === null ||
      sentence === null ||
      before.start < candidate.first.start ||
      sentence.links.length > 0 ||
      sentence.mentions.length > 1
    )
      return null;
    const { mention } = item.speech;
    if (mention !== null && PRONOUN.test(mention)) {
      const best = pickLink(before, null, 2);
      if (best !== null) return finding(sourceFrom(citedName(before, best.link, true), before, best.link), 0.68, best.link);
    }
    // "According to CNN, … sent a message. “…,” the message said": a thing, no person, speaks on.
    if (mention !== null && !/^(?:the|die|der|das|le|la|el)\s+\p{Ll}/u.test(mention)) return null;
    const outlet = mentionWith(before, site, ['from']);
    return outlet === null
      ? null
      : finding(
          {
            name: outlet.outlet.name,
            url: (pickLink(before, outlet, 0)?.link ?? earlierLink(context, site, outlet, before.start))?.url ?? null,
            title: null,
          },
          0.65,
          outlet,
        );
  },
};
