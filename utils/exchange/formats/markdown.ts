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
import { inPieces } from '../in-pieces.ts';
import { escapeMarkdown, harmlessMarkdown, markdownLink, quoteMarkdown } from '../markdown-text.ts';
import { groupByPage, type PageGroup } from '../pages.ts';
import { linkable, passageUrl } from '../passage-url.ts';
import { authenticityKey, veracityKey } from '../words.ts';

type Word = ExportContext['word'];

function* parts(annotations: readonly Annotation[], context: ExportContext): Generator<string> {
  const { word, creator, exported } = context;
  const pages = groupByPage(annotations);
  const count = pages.reduce((sum, page) => sum + page.annotations.length, 0);
  yield `# ${escapeMarkdown(word('export_report_title'))}\n\n`;
  yield `${[
    fact(word('export_written'), exported.slice(0, 10)),
    ...(creator === '' ? [] : [fact(word('export_by'), escapeMarkdown(creator))]),
    fact(word('export_pages'), String(pages.length)),
    fact(word('export_annotations'), String(count)),
  ].join(' · ')}\n`;
  for (const page of pages) {
    yield pageHeading(page, word);
    for (const annotation of page.annotations) yield entry(annotation, word);
  }
}

const fact = (label: string, value: string): string => `${escapeMarkdown(label)}: ${value}`;

function pageHeading({ title, source, site }: PageGroup, word: Word): string {
  const url = linkable(source);
  const name = title.trim() === '' ? source : title;
  const heading = url === null ? escapeMarkdown(name) : markdownLink(name, url);
  return `\n## ${heading}\n${site === '' ? '' : `\n${fact(word('export_site'), escapeMarkdown(site))}\n`}`;
}

function entry(annotation: Annotation, word: Word): string {
  const lines = [
    ...attributionLines(annotation, word),
    ...tagLine(annotation, word),
    ...noteLines(annotation, word),
    ...claimLines(claimsOf(annotation), word),
    ...checkLines(annotation, word),
    ...earlierLines(annotation, word),
    lastLine(annotation, word),
  ];
  // In a list, whatever the note holds (headings, fences that stay open) ends with its item.
  return `\n${quoteMarkdown(exactOf(annotation)) || '>'}\n\n${lines.map((line) => `${line}\n`).join('')}`;
}

function attributionLines(annotation: Annotation, word: Word): string[] {
  const quotation = quotationOf(annotation);
  const lines: string[] = [];
  if (quotation?.speaker) lines.push(`- ${fact(word('export_speaker'), `**${escapeMarkdown(quotation.speaker)}**`)}`);
  if (quotation?.source) {
    const { name, title, url } = quotation.source;
    const link = linkable(url);
    const text = title === null ? name : `${name}, “${title}”`;
    lines.push(`- ${fact(word('export_source'), link === null ? escapeMarkdown(text) : markdownLink(text, link))}`);
  }
  if (quotation?.cue) lines.push(`- ${fact(word('export_cue'), `“${escapeMarkdown(quotation.cue)}”`)}`);
  return lines;
}

function tagLine(annotation: Annotation, word: Word): string[] {
  const tags = tagsOf(annotation);
  return tags.length === 0 ? [] : [`- ${fact(word('export_tags'), tags.map(escapeMarkdown).join(', '))}`];
}

function noteLines(annotation: Annotation, word: Word): string[] {
  const note = noteOf(annotation);
  if (note === '') return [];
  const lines = note.split(/\r\n|[\r\n]/).map((line) => (line.trim() === '' ? '' : `  ${line}`));
  // Made harmless where it stands: a tab that is code at the margin is none within a list.
  return [harmlessMarkdown([`- ${fact(word('export_note'), '').trimEnd()}`, '', ...lines, ''].join('\n'))];
}

function claimLines(claims: Claim[], word: Word): string[] {
  if (claims.length === 0) return [];
  return [`- ${fact(word('export_claims'), '').trimEnd()}`, ...claims.map((claim) => `  - ${claimText(claim, word)}`)];
}

function claimText({ text, author, date, assessment }: Claim, word: Word): string {
  const { authenticity, veracity } = assessment;
  const whose = [author, date].filter((part) => part !== null && part !== '').map((part) => escapeMarkdown(part ?? ''));
  const verdicts = [
    ...(authenticity === null ? [] : [`${escapeMarkdown(word('export_said'))} **${escapeMarkdown(word(authenticityKey(authenticity)))}**`]),
    ...(veracity === null ? [] : [`${escapeMarkdown(word('export_true'))} **${escapeMarkdown(word(veracityKey(veracity)))}**`]),
  ];
  return [escapeMarkdown(text), ...(whose.length === 0 ? [] : [`(${whose.join(', ')})`]), ...verdicts].join(' · ').replace(' · (', ' (');
}

function checkLines(annotation: Annotation, word: Word): string[] {
  return evidenceOf(annotation).flatMap((evidence) => {
    const { name, url } = checkedSource(evidence);
    const link = linkable(url);
    const source = link === null ? escapeMarkdown(name) : markdownLink(name, link);
    const day = evidence.reading.accessed.slice(0, 10);
    return [
      `- ${fact(word('export_checked'), [source, `(${day}):`, `**${escapeMarkdown(verdictText(evidence, word))}**`].filter(Boolean).join(' '))}`,
      ...evidence.check.changes.map((change) => `  - ${escapeMarkdown(changeText(change, word))}`),
    ];
  });
}

function earlierLines({ target }: Annotation, word: Word): string[] {
  return (target.history ?? []).map(({ selector, until }) => {
    const label = `${word('export_earlier')} (${word('export_until')} ${until.slice(0, 10)})`;
    return `- ${fact(label, `“${escapeMarkdown(exactIn(selector))}”`)}`;
  });
}

function lastLine(annotation: Annotation, word: Word): string {
  const url = passageUrl(annotation);
  const kept = fact(word('export_kept'), annotation.created.slice(0, 10));
  return `- ${url === null ? kept : `${kept} · ${markdownLink(word('export_open_passage'), url)}`}`;
}

/** For notebooks and texts: a heading each page, the quotes under it. */
export const markdown: Format = {
  id: 'markdown',
  labelKey: 'export_format_markdown',
  extension: 'md',
  mime: 'text/markdown',
  write: (annotations, context) => inPieces(parts(annotations, context)),
};
