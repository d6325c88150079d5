import type { Candidate, DetectionRule } from '../candidate.ts';
import { contains, sliceOf } from '../candidate.ts';
import { ancestors, overlapping } from '../page-outline.ts';
import { isForumHead } from '../quote-head.ts';
import { setOffCandidates } from '../set-off.ts';

/** Longer boxes hold more than one passage. */
const MAX_CHARACTERS = 6000;
/** "Quote:" may stand before the head. */
const MAX_LABEL = 12;

/**
 * [D9] A box without a name whose first line heads it as a forum does: `<td><div>Originally Posted by Tilda</div><div>…</div></td>`.
 * Nothing else begins like that.
 */
export const headedBox: DetectionRule = {
  id: 'headed-box',
  find(context, found) {
    const { outline } = context;
    const candidates: Candidate[] = [];
    for (const paragraph of outline.paragraphs) {
      if (!/^\p{L}/u.test(outline.text[paragraph.start] ?? '') || !isForumHead(sliceOf(outline, paragraph))) continue;
      if (found.some((c) => c.element >= 0 && (contains(c.outer, paragraph) || c.attribution?.start === paragraph.start))) continue;
      for (const { element, index } of ancestors(outline, paragraph.element)) {
        if (element.end - element.start > MAX_CHARACTERS || paragraph.start - element.start > MAX_LABEL) break;
        const inside = overlapping(outline.paragraphs, { start: paragraph.start, end: element.end });
        if (inside.length < 2) continue;
        candidates.push(...setOffCandidates(context, index, inside, 'block', 'headed-box', 0.85));
        break;
      }
    }
    return candidates;
  },
};
