import Papa from 'papaparse';
import { type Annotation, type Claim, claimsOf, evidenceOf, exactOf, noteOf, quotationOf, tagsOf } from '../../domain/annotation.ts';
import type { TextQuoteSelector } from '../../domain/selector.ts';
import type { ExportContext, Format } from '../format.ts';
import { passageUrl } from '../passage-url.ts';

/** Column → its cell. Several claims stand in one cell, a line each, in the same order in all claim columns. */
const columns: Record<string, (annotation: Annotation) => string | number> = {
  quote: exactOf,
  speaker: (a) => quotationOf(a)?.speaker ?? '',
  source: (a) => quotationOf(a)?.source?.name ?? '',
  source_title: (a) => quotationOf(a)?.source?.title ?? '',
  source_url: (a) => quotationOf(a)?.source?.url ?? '',
  cue: (a) => quotationOf(a)?.cue ?? '',
  mention: (a) => quotationOf(a)?.mention ?? '',
  kind: (a) => quotationOf(a)?.kind ?? '',
  region: (a) => quotationOf(a)?.region ?? '',
  rule: (a) => quotationOf(a)?.rule ?? '',
  confidence: (a) => quotationOf(a)?.confidence ?? '',
  note: noteOf,
  tags: (a) => tagsOf(a).join('; '),
  claims: (a) => claimLines(a, (claim) => claim.text),
  claim_speakers: (a) => claimLines(a, (claim) => claim.author),
  claim_dates: (a) => claimLines(a, (claim) => claim.date),
  authenticity: (a) => claimLines(a, (claim) => claim.assessment.authenticity),
  veracity: (a) => claimLines(a, (claim) => claim.assessment.veracity),
  check: (a) => lastCheck(a)?.check.verdict ?? '',
  check_source: (a) => lastCheck(a)?.reading.finalUrl ?? lastCheck(a)?.reading.url ?? lastCheck(a)?.reading.title ?? '',
  check_date: (a) => lastCheck(a)?.reading.accessed ?? '',
  check_changes: (a) =>
    (lastCheck(a)?.check.changes ?? []).map(({ kind, quote, source }) => `${kind}: “${quote}” → “${source}”`).join('\n'),
  check_sha256: (a) => lastCheck(a)?.reading.sha256 ?? '',
  colour: (a) => a.target.styleClass,
  page_title: (a) => a.target.title,
  site: (a) => a.target.site,
  page_url: (a) => a.target.source,
  passage_url: (a) => passageUrl(a) ?? '',
  prefix: (a) => quoteSelector(a)?.prefix ?? '',
  suffix: (a) => quoteSelector(a)?.suffix ?? '',
  created: (a) => a.created,
  modified: (a) => a.modified,
  id: (a) => a.id,
};

/** A spreadsheet runs a cell that begins so as a formula; full-width signs do it in East Asian settings. Such a cell gets a `'` in front. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const ROWS_PER_PIECE = 100;

function* write(annotations: readonly Annotation[], { byteOrderMark }: ExportContext): Generator<string> {
  const kept = annotations.filter((annotation) => annotation.deleted === null);
  yield `${byteOrderMark ? '\uFEFF' : ''}${Object.keys(columns).join(',')}\r\n`;
  for (let i = 0; i < kept.length; i += ROWS_PER_PIECE) {
    const rows = kept.slice(i, i + ROWS_PER_PIECE).map((annotation) => Object.values(columns).map((cell) => cell(annotation)));
    yield `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
  }
}

const lastCheck = (annotation: Annotation) => evidenceOf(annotation).at(-1);

const quoteSelector = (annotation: Annotation) =>
  annotation.target.selector.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');

/** A line each; a dash for what one of several claims lacks, so that the lines of all columns go together. */
function claimLines(annotation: Annotation, line: (claim: Claim) => string | null): string {
  const lines = claimsOf(annotation).map((claim) => (line(claim) ?? '').replace(/[\r\n]+/g, ' '));
  return lines.length > 1 ? lines.map((text) => (text.trim() === '' ? '—' : text)).join('\n') : lines.join('');
}

/** A table for spreadsheets and statistics (RFC 4180, UTF-8): a row each, names of columns in English in every language. */
export const csv: Format = { id: 'csv', labelKey: 'export_format_csv', extension: 'csv', mime: 'text/csv', write };
