import { micromark } from 'micromark';
import {
  type Annotation,
  type Claim,
  claimsOf,
  evidenceOf,
  exactIn,
  exactOf,
  noteOf,
  quotationOf,
  tagsOf,
} from '../../domain/annotation.ts';
import { changeText, checkedSource, verdictText } from '../check-words.ts';
import type { ExportContext, Format } from '../format.ts';
import { escapeHtml, htmlLink } from '../html-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isParsable } from '../markdown-text.ts';
import { groupByPage, type PageGroup } from '../pages.ts';
import { linkable, passageUrl } from '../passage-url.ts';
import { REPORT_STYLE } from '../report-style.ts';
import { authenticityKey, veracityKey } from '../words.ts';

type Word = ExportContext['word'];

/** Nothing is loaded and nothing runs, whatever a note holds and wherever the file is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;

function* parts(annotations: readonly Annotation[], context: ExportContext): Generator<string> {
  const { word, language } = context;
  const pages = groupByPage(annotations);
  const title = escapeHtml(word('export_report_title'));
  yield `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${facts(pages, context)}
</header>
<main>
`;
  for (const page of pages) {
    yield pageHeading(page);
    for (const annotation of page.annotations) yield entry(annotation, word);
    yield '</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

function facts(pages: PageGroup[], { word, creator, exported }: ExportContext): string {
  const count = pages.reduce((sum, page) => sum + page.annotations.length, 0);
  const rows = [
    `${escapeHtml(word('export_written'))}: ${time(exported)}`,
    ...(creator === '' ? [] : [`${escapeHtml(word('export_by'))}: <bdi>${escapeHtml(creator)}</bdi>`]),
    `${escapeHtml(word('export_pages'))}: ${pages.length}`,
    `${escapeHtml(word('export_annotations'))}: ${count}`,
  ];
  return `<p class="facts">${rows.join(' · ')}</p>`;
}

const time = (iso: string): string => `<time datetime="${escapeHtml(iso)}">${escapeHtml(iso.slice(0, 10))}</time>`;

function pageHeading({ title, source, site }: PageGroup): string {
  const name = title.trim() === '' ? source : title;
  return `<section>
<h2 dir="auto">${htmlLink(name, linkable(source))}</h2>
${site === '' ? '' : `<p class="facts" dir="auto">${escapeHtml(site)}</p>\n`}`;
}

function entry(annotation: Annotation, word: Word): string {
  const url = passageUrl(annotation);
  const cite = linkable(quotationOf(annotation)?.source?.url ?? null) ?? linkable(annotation.target.source);
  const lines = exactOf(annotation)
    .split(/[\r\n\u2028\u2029]+/)
    .filter((line) => line.trim() !== '');
  const quote = lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('');
  const rows = [
    ...attributionRows(annotation, word),
    ...tagRows(annotation, word),
    ...checkRows(annotation, word),
    ...earlierRows(annotation, word),
  ];
  return `<article id="${escapeHtml(annotation.id)}" class="${annotation.target.styleClass}">
<blockquote${cite === null ? '' : ` cite="${escapeHtml(cite)}"`}>${quote}</blockquote>
${rows.length === 0 ? '' : `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>\n`}${note(annotation, word)}${claims(claimsOf(annotation), word)}<p class="facts">${escapeHtml(word('export_kept'))}: ${time(annotation.created)}${url === null ? '' : ` · ${htmlLink(word('export_open_passage'), url)}`}</p>
</article>
`;
}

function attributionRows(annotation: Annotation, word: Word): [string, string][] {
  const quotation = quotationOf(annotation);
  const rows: [string, string][] = [];
  if (quotation?.speaker) rows.push([escapeHtml(word('export_speaker')), `<b><bdi>${escapeHtml(quotation.speaker)}</bdi></b>`]);
  if (quotation?.source) {
    const { name, title, url } = quotation.source;
    rows.push([escapeHtml(word('export_source')), `<bdi>${htmlLink(title === null ? name : `${name}, “${title}”`, linkable(url))}</bdi>`]);
  }
  if (quotation?.cue) rows.push([escapeHtml(word('export_cue')), `<bdi>“${escapeHtml(quotation.cue)}”</bdi>`]);
  return rows;
}

function tagRows(annotation: Annotation, word: Word): [string, string][] {
  const tags = tagsOf(annotation);
  if (tags.length === 0) return [];
  return [[escapeHtml(word('export_tags')), tags.map((tag) => `<span class="tag"><bdi>${escapeHtml(tag)}</bdi></span>`).join(' ')]];
}

function checkRows(annotation: Annotation, word: Word): [string, string][] {
  return evidenceOf(annotation).map((evidence) => {
    const { name, url } = checkedSource(evidence);
    const changes = evidence.check.changes.map((change) => `<li dir="auto">${escapeHtml(changeText(change, word))}</li>`).join('');
    return [
      escapeHtml(word('export_checked')),
      `<bdi>${htmlLink(name, linkable(url))}</bdi> (${time(evidence.reading.accessed)}): <b>${escapeHtml(verdictText(evidence, word))}</b>${changes === '' ? '' : `<ul>${changes}</ul>`}`,
    ];
  });
}

function earlierRows({ target }: Annotation, word: Word): [string, string][] {
  return (target.history ?? []).map(({ selector, until }) => [
    `${escapeHtml(word('export_earlier'))} (${escapeHtml(word('export_until'))} ${time(until)})`,
    `<bdi>“${escapeHtml(exactIn(selector))}”</bdi>`,
  ]);
}

/** Markdown without raw HTML, dangerous links (micromark's safe mode) and pictures, which would be loaded from somewhere. */
function note(annotation: Annotation, word: Word): string {
  const text = noteOf(annotation);
  if (text === '') return '';
  const html = isParsable(text)
    ? micromark(text, { extensions: [{ disable: { null: ['labelStartImage'] } }] })
    : `<pre>${escapeHtml(text)}</pre>`;
  // Tags are micromark's own here, all others are escaped. Headings of a note stand below those of the report.
  const lowered = html.replace(/(<\/?h)([1-6])>/g, (_, tag: string, level: string) => `${tag}${Math.min(6, Number(level) + 3)}>`);
  return `<div class="note" dir="auto"><h3>${escapeHtml(word('export_note'))}</h3>\n${lowered}</div>\n`;
}

function claims(list: Claim[], word: Word): string {
  if (list.length === 0) return '';
  const items = list.map((claim) => `<li dir="auto">${claimText(claim, word)}</li>`).join('');
  return `<h3>${escapeHtml(word('export_claims'))}</h3>\n<ol>${items}</ol>\n`;
}

function claimText({ text, author, date, assessment }: Claim, word: Word): string {
  const { authenticity, veracity } = assessment;
  const whose = [author, date].flatMap((part) => (part === null || part === '' ? [] : [`<bdi>${escapeHtml(part)}</bdi>`]));
  const verdicts = [
    ...(authenticity === null ? [] : [verdict(word('export_said'), word(authenticityKey(authenticity)))]),
    ...(veracity === null ? [] : [verdict(word('export_true'), word(veracityKey(veracity)))]),
  ];
  return [escapeHtml(text), ...(whose.length === 0 ? [] : [`(${whose.join(', ')})`]), ...verdicts].join(' ');
}

const verdict = (question: string, answer: string): string =>
  `<span class="verdict">${escapeHtml(question)} <b>${escapeHtml(answer)}</b></span>`;

/** A report to read, print and pass on: one file, no scripts, nothing loaded. */
export const html: Format = {
  id: 'html',
  labelKey: 'export_format_html',
  extension: 'html',
  mime: 'text/html',
  write: (annotations, context) => inPieces(parts(annotations, context)),
};
