import { outletByName } from '../outlets/lookup.ts';
import { overlapping } from '../page-outline.ts';
import { pickLink } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';
import { isWorkTitle } from './work-title.ts';

const MAX_WORDS = 12;

/** [S16] A work or a broadcast in italics: `Charles Krauthammer, Fox's <em>Special Report</em>:`, `In <em>Leviathan</em> Hobbes writes:`. */
export const leadInWork: SourceRule = {
  id: 'lead-in-work',
  find({ context, site, sentence, item }) {
    if (sentence === null || item.leadIn?.open !== true) return null;
    const { text } = context.outline;
    for (const run of overlapping(context.outline.italics, sentence)) {
      const title = text
        .slice(run.start, run.end)
        .replace(/[\s\u00a0:.,;]+$/u, '')
        .trim();
      if (!isWorkTitle(title) || title.split(/\s+/).length > MAX_WORDS) continue;
      const ahead = text.slice(sentence.start, run.start);
      const behind = text.slice(run.end, sentence.end);
      const atEnd = /^[\s\u00a0]*(?:\([^)]{0,40}\)|[,\s\u00a0]*(?:p{1,2}\.|page|chapter|\d)[\d\s\p{L}.–-]{0,20})?[\s\u00a0:.,;—–-]*$/u.test(
        behind,
      );
      const introduced =
        /(?:^|[^\p{L}])(?:in|from|on|aus|im|dans|en|of|[’']s)[\s\u00a0]+(?:(?:the|his|her|their|der|dem|la|le|a|an)[\s\u00a0]+)?(?:\p{L}+[\s\u00a0]+){0,2}$/iu.test(
          ahead,
        );
      if (!atEnd && !introduced) continue;
      const name = outletByName(title)?.name ?? title;
      if (site.isOwnName(name)) continue;
      const link = pickLink(sentence, null, 0)?.link ?? null;
      return finding({ name, url: link?.url ?? null, title: null }, 0.8, run);
    }
    return null;
  },
};
