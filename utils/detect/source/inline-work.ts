import { findMarkedSpans } from '../../text/quotation-marks.ts';
import { outletByName } from '../outlets/lookup.ts';
import { overlapping } from '../page-outline.ts';
import { pickLink } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';
import { isWorkTitle } from './work-title.ts';

const INTRODUCED =
  /(?:^|[^\p{L}])(?:in|from|dans|aus|en)[\s\u00a0]+(?:(?:his|her|their|the|its|seinem|ihrem|dem|der|son|sa|su)[\s\u00a0]+)?(?:\d{4}[\s\u00a0]+)?(?:\p{L}+[\s\u00a0]+){0,2}["“„«‘]?[\s\u00a0]*$/iu;

/** [S30] `In <em>Leviathan and Its Enemies</em> he writes “…”`, `citation de X dans "Y" : "…"`: the work that the words stand in. */
export const inlineWork: SourceRule = {
  id: 'in-work',
  find({ context, site, sentence, item, candidate }) {
    if (sentence === null) return null;
    const { text } = context.outline;
    const head = text.slice(sentence.start, candidate.outer.start);
    const runs = [
      ...overlapping(context.outline.italics, sentence).filter((r) => r.start >= sentence.start),
      ...findMarkedSpans(head, { start: 0, end: head.length }).map((s) => ({
        start: s.start + sentence.start,
        end: s.end + sentence.start,
      })),
    ];
    for (const run of runs) {
      if (run.end > candidate.outer.start && run.start < candidate.outer.end) continue;
      const title = text
        .slice(run.start, run.end)
        .replace(/[\s\u00a0:.,;]+$/u, '')
        .trim();
      if (title.split(/\s+/).length < 2 || !isWorkTitle(title)) continue;
      const ahead = text.slice(sentence.start, run.start);
      const near = run.end <= candidate.outer.start && candidate.outer.start - run.end < 30;
      if (!INTRODUCED.test(ahead) || (item.speech.cue === null && !near)) continue;
      const name = outletByName(title)?.name ?? title;
      if (site.isOwnName(name)) return null;
      const link = pickLink(sentence, null, 0)?.link ?? null;
      return finding({ name, url: link?.url ?? null, title: null }, 0.75, run);
    }
    return null;
  },
};
