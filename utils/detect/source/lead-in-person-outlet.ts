import { roleOf } from './mention-role.ts';
import { pickLink, sourceFrom } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

const PERSON =
  /^[\s\u00a0\d\p{P}]*(\p{Lu}[\p{L}.’'-]+(?:[\s\u00a0]+(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|la|bin|al)){1,3})(?:,|[\s\u00a0]+(?:in|on|at|for|writing (?:in|for|at)|via))[\s\u00a0]+(?:the[\s\u00a0]+)?["“]?$/u;
const REST = /^["”]?(?:[\s\u00a0,]*(?:\(?[\p{L}\d ,./’-]{0,40}\)?))?[\s\u00a0]*[:.]?$/u;

/** [S9] `William Safire, <em>The New York Times</em>:`: the speaker and where it stood. */
export const leadInPersonOutlet: SourceRule = {
  id: 'lead-in-person-outlet',
  find({ sentence, site }) {
    if (sentence === null || sentence.end - sentence.start > 140) return null;
    for (const mention of sentence.mentions) {
      const ahead = sentence.text.slice(0, mention.start - sentence.start);
      const behind = sentence.text.slice(mention.end - sentence.start);
      const person = PERSON.exec(ahead)?.[1];
      if (person === undefined || !REST.test(behind) || roleOf(sentence, mention) === 'subject') continue;
      if (site.isOwnOutlet(mention.outlet)) continue;
      const link = sentence.links[0] ?? pickLink(sentence, mention, 0)?.link ?? null;
      return finding(sourceFrom(mention.outlet.name, sentence, link), 0.92, sentence, person.trim(), true);
    }
    return null;
  },
};
