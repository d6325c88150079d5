import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { overlapping } from '../page-outline.ts';
import type { SourceFinding } from './source-context.ts';
import { isWorkTitle } from './work-title.ts';

/** A work that the page is about: its title stands in the page's own title and, in italics, in the first paragraphs. */
export interface ReviewedWork {
  title: string;
  author: string | null;
  start: number;
  end: number;
}

/** Characters from the first heading on in which the work is named. */
const OPENING = 4000;
const BY =
  /^[\s\u00a0,]*(?:\([^)]*\)[\s\u00a0,]*)?(?:by|von|par|de|por)[\s\u00a0]+(\p{Lu}[\p{L}.’'-]*(?:[\s\u00a0]+(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der)){1,4})/u;
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const REVIEW_OF =
  /(?:review|rezension|besprechung|critique|reseña)\s*(?:of|von|de|:)\s*["“„«‘]?(.{4,100}?)["”“»’]?,?\s+(?:by|von|par|de|por)\s+(\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Lu}[\p{L}.’'-]*|de|van|von)){1,4})\s*$/iu;

/** Finds the work that a review is about; null for other pages. */
export function reviewedWork({ outline }: DetectContext): ReviewedWork | null {
  const heading = outline.elements.find((e) => e.tag === 'h1') ?? outline.elements.find((e) => e.tag === 'h2');
  if (heading === undefined) return null;
  for (const line of outline.elements.filter((e) => /^h[1-3]$/.test(e.tag)).slice(0, 6)) {
    const match = REVIEW_OF.exec(outline.text.slice(line.start, line.end).trim());
    if (match?.[1] !== undefined && match[2] !== undefined) return { title: match[1], author: match[2], start: line.start, end: line.end };
  }
  const titles = `${fold(outline.page.title)} | ${fold(outline.text.slice(heading.start, heading.end).slice(0, 300))}`;
  for (const run of overlapping(outline.italics, { start: heading.start, end: heading.end + OPENING })) {
    const title = outline.text.slice(run.start, run.end).trim();
    if (title.split(/\s+/).length < 2 || !isWorkTitle(title) || !titles.includes(fold(title))) continue;
    const author = BY.exec(outline.text.slice(run.end, run.end + 120))?.[1] ?? null;
    if (author !== null) return { title, author, start: run.start, end: run.end };
  }
  return null;
}

/** A shorter passage that nobody utters may be a term. */
const MIN_NAMELESS = 8;

const lastName = (name: string): string => fold(name).split(' ').at(-1) ?? '';

/** [S18] In a review, the words of the work's author come from the work; a set-off passage without a speaker of its own too. */
export function fromReviewedWork(work: ReviewedWork, { candidate, speech }: Examined, words: number): SourceFinding | null {
  if (candidate.region !== 'article' || candidate.start < work.start || work.author === null) return null;
  const setOff = candidate.element >= 0 && candidate.rule !== 'embedded-post' && candidate.kind !== 'pull';
  const byAuthor = speech.speaker !== null && lastName(speech.speaker) === lastName(work.author);
  const nameless = speech.speaker === null && (setOff || (candidate.kind === 'inline' && words >= MIN_NAMELESS));
  if (!byAuthor && !nameless) return null;
  return {
    source: { name: work.title, url: null, title: work.title },
    rule: 'reviewed-work',
    confidence: byAuthor ? 0.8 : 0.7,
    evidence: { start: work.start, end: work.end },
    speaker: work.author,
    decidesSpeaker: !byAuthor,
  };
}
