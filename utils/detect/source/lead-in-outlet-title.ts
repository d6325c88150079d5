import { outletByName } from '../outlets/lookup.ts';
import { finding, type SourceRule } from './source-context.ts';

const OPENING = /^[\s\u00a0]*(?:via[\s\u00a0]+)?([\p{Lu}\d][\p{L}\d.&’'! -]{0,48}?),?[\s\u00a0]*[(:,–—-]?[\s\u00a0]*["“”„«‘]/u;
const QUOTES = /^[\s\u00a0"“„«‘']+|[\s\u00a0"”“»’':,]+$/gu;

/** [S2] The form of many weblogs: `NYT (“<a href="…">U.S. to Press Europe</a>”):`, the title being the link. */
export const leadInOutletTitle: SourceRule = {
  id: 'lead-in-outlet-title',
  find({ sentence }) {
    if (sentence === null) return null;
    const opening = OPENING.exec(sentence.text);
    if (opening?.[1] === undefined) return null;
    const link = sentence.links.find((l) => l.start - sentence.start >= (opening[0].length ?? 0) - 2);
    if (link === undefined) return null;
    const between = sentence.text.slice(opening[0].length, link.start - sentence.start);
    const behind = sentence.text.slice(link.end - sentence.start);
    if (/\p{L}{2}/u.test(between) || !/^[\s\u00a0"”“»’'),:.;–—\d-]*$/u.test(behind)) return null;
    const name = outletByName(opening[1])?.name ?? link.outlet?.name ?? opening[1].trim();
    return finding({ name, url: link.url, title: link.text.replace(QUOTES, '') || null }, 0.97, sentence);
  },
};
