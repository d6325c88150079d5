import type { Fragment } from '../domain/correction.ts';
import type { PageText, TextSpan } from '../domain/page-text.ts';
import type { Quotation } from '../domain/quotation.ts';
import { cutPage } from '../text/cut-page.ts';
import { detectQuotations } from './detect-quotations.ts';

/**
 * Lines on each side of the passage, tried from the fewest; the last takes the whole page. Of 1,369 quotations of 118 saved pages 1,365 were
 * told just so in a part found by this: 1,437 characters in the median, 4,327 at nine of ten.
 */
const LINES = [2, 6, 20, 60, 200, Number.POSITIVE_INFINITY];
/** Larger parts are not taken: a case that nobody can read. 40,000 characters are a long article. */
const MAX_CHARACTERS = 40_000;
const MAX_ELEMENTS = 4_000;
/** JSON-LD is taken along where detection needs it (names, jobs) and it is no catalogue. */
const MAX_JSON_LD = 30_000;
/** Lines that name the speaker or the source, the first of them: where the full name stands. */
const NAMING_LINES = 4;

/**
 * The smallest part of `page` (tried in steps) in which `quotation`, as detected in the page, is detected just so. Pieces that are always in
 * it: the quotation's own lines, those it stands within, the page's main heading, the words that decided. Null when even the passage's own lines are too long.
 */
export function takeFragment(page: PageText, quotations: readonly Quotation[], quotation: Quotation): Fragment | null {
  const whole = standalone(page);
  const lines = linesOf(page.text);
  const always = [quotation, ...outerOf(quotations, quotation), ...mainHeading(page), ...evidenceOf(quotation)];
  const jsonLd = page.metadata.jsonLd.join('').length <= MAX_JSON_LD ? page.metadata.jsonLd : [];
  let fallback: Fragment | null = null;
  for (const around of LINES) {
    const ranges = rangesOf(lines, always, around, around > 2 ? namingLines(page.text, lines, quotation) : []);
    const cut = cutPage(whole, ranges);
    if (cut.page.text.length > MAX_CHARACTERS || cut.page.elements.length > MAX_ELEMENTS) break;
    const passage = { start: cut.at(quotation.start), end: cut.at(quotation.end) };
    for (const withJsonLd of jsonLd.length > 0 ? [false, true] : [false]) {
      const part: PageText = { ...cut.page, metadata: { ...cut.page.metadata, jsonLd: withJsonLd ? jsonLd : [] } };
      const found = detectQuotations(part).find(({ start, end }) => start === passage.start && end === passage.end);
      if (found !== undefined && told(found) === told(quotation)) return { page: part, passage, text: quotation.text, faithful: true };
      fallback = { page: part, passage, text: quotation.text, faithful: false };
    }
    if (ranges.length === 1 && ranges[0]?.start === 0 && ranges[0].end === page.text.length) break;
  }
  return fallback;
}

/** What a case is judged by. */
const told = ({ kind, region, text, speaker, source, rule }: Quotation): string =>
  JSON.stringify([kind, region, text, speaker, source?.name, source?.url, rule]);

/** The page so that it says all of itself: its own canonical URL, links that need no base. */
function standalone(page: PageText): PageText {
  const { base, url } = page;
  const absolute = (href: string): string => (!href.startsWith('#') && URL.canParse(href, base) ? new URL(href, base).href : href);
  const elements =
    base === url
      ? page.elements
      : page.elements.map((element) => ({
          ...element,
          ...(element.href === undefined ? {} : { href: absolute(element.href) }),
          ...(element.cite === undefined ? {} : { cite: absolute(element.cite) }),
        }));
  return { ...page, base: url, elements, metadata: { ...page.metadata, canonical: url }, truncated: false };
}

function linesOf(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    lines.push({ start, end: end < 0 ? text.length : end });
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

function outerOf(quotations: readonly Quotation[], { within }: Quotation): TextSpan[] {
  const outer = within === null ? undefined : quotations[within];
  return outer === undefined ? [] : [outer];
}

/** The words that decided may stand far away: a footnote, the comment whose words another repeats. */
const evidenceOf = ({ why }: Quotation): TextSpan[] => [why.speaker?.evidence, why.source?.evidence].filter((span) => span != null);

const mainHeading = ({ elements }: PageText): TextSpan[] => elements.filter(({ tag }) => tag === 'h1').slice(0, 1);

/** The first lines that hold the speaker's or the source's name. */
function namingLines(text: string, lines: readonly TextSpan[], { speaker, source }: Quotation): TextSpan[] {
  return [speaker, source?.name ?? null].flatMap((name) =>
    name === null ? [] : lines.filter(({ start, end }) => text.slice(start, end).includes(name)).slice(0, NAMING_LINES),
  );
}

/** Whole lines: those of `always`, those around the first of them, and `more`, joined where they touch; without blank ends. */
function rangesOf(lines: readonly TextSpan[], always: readonly TextSpan[], around: number, more: readonly TextSpan[]): TextSpan[] {
  const taken = new Set<number>();
  for (const [i, span] of [...always, ...more].entries()) {
    const first = lines.findIndex(({ end }) => end >= span.start);
    const last = lines.findLastIndex(({ start }) => start < span.end);
    const wide = i === 0 ? around : 0;
    for (let line = Math.max(0, first - wide); line <= Math.min(lines.length - 1, last + wide); line++) taken.add(line);
  }
  const ranges: TextSpan[] = [];
  let last = -2;
  for (const line of [...taken].sort((a, b) => a - b)) {
    const { start, end } = lines[line] ?? { start: 0, end: 0 };
    const open = last === line - 1 ? ranges.at(-1) : undefined;
    if (start === end && open === undefined) continue;
    if (open !== undefined) open.end = end;
    else ranges.push({ start, end });
    last = line;
  }
  return ranges;
}
