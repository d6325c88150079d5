import { Annotation } from '../../domain/annotation.ts';
import { Correction } from '../../domain/correction.ts';
import { fail, ok, type Result } from '../../domain/error-code.ts';
import { JoinedDocument } from '../../domain/joined-document.ts';
import type { ExportContext, Format, ReadFile } from '../format.ts';
import { parseRows, REPORTED, WITHOUT_WORDS, whyInvalid } from '../parse-rows.ts';

/** Raised when older versions would read the file wrongly. */
const VERSION = 1;
/** One annotation is about 1 kB: pieces of some 100 kB. */
const ROWS_PER_PIECE = 100;

function* write(annotations: readonly Annotation[], { exported, corrections = [], documents = [] }: ExportContext): Generator<string> {
  yield `{"format":"saidso","version":${VERSION},"exported":${JSON.stringify(exported)},"annotations":[`;
  for (let i = 0; i < annotations.length; i += ROWS_PER_PIECE) {
    const rows = annotations.slice(i, i + ROWS_PER_PIECE).map((annotation) => JSON.stringify(annotation));
    yield `${i === 0 ? '\n' : ',\n'}${rows.join(',\n')}`;
  }
  yield '\n]';
  yield* list('corrections', corrections);
  yield* list('documents', documents);
  yield '}\n';
}

function* list(name: string, rows: readonly object[]): Generator<string> {
  for (const [i, row] of rows.entries()) yield `${i === 0 ? `,"${name}":[` : ','}\n${JSON.stringify(row)}`;
  if (rows.length > 0) yield '\n]';
}

function read(text: string): Result<ReadFile> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return fail('file-not-json');
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== 'saidso') return fail('file-foreign');
  if (!('version' in file) || typeof file.version !== 'number' || file.version < 1) return fail('file-foreign');
  if (file.version > VERSION) return fail('file-newer');
  if (!('annotations' in file) || !Array.isArray(file.annotations)) return fail('file-foreign');
  const rows = 'corrections' in file ? file.corrections : [];
  const joined = 'documents' in file ? file.documents : [];
  if (!Array.isArray(rows) || !Array.isArray(joined)) return fail('file-foreign');
  const first = file.annotations.length;
  const parsed = withDocuments(
    parseRows(file.annotations, (row) => Annotation.safeParse(row, REPORTED)),
    joined,
    first + rows.length,
  );
  if (rows.length === 0) return ok(parsed);
  return ok(withCorrections(parsed, rows, first));
}

/** Joined pages are numbered on from the corrections. */
function withDocuments(file: ReadFile, rows: unknown[], first: number): ReadFile {
  if (rows.length === 0) return file;
  const documents: JoinedDocument[] = [];
  for (const [i, row] of rows.entries()) {
    const parsed = JoinedDocument.safeParse(row, REPORTED);
    if (parsed.success) documents.push(parsed.data);
    else file.invalid.push({ row: first + i, ...whyInvalid(parsed.error.issues) });
  }
  return { ...file, documents };
}

/** Corrections are numbered on from the annotations, of which there are `first`. */
function withCorrections(file: ReadFile, rows: unknown[], first: number): ReadFile {
  const corrections: Correction[] = [];
  for (const [i, row] of rows.entries()) {
    const parsed = Correction.safeParse(row, REPORTED);
    const named = parsed.success && parsed.data.target.selector.some(({ type }) => type === 'TextQuoteSelector');
    if (named) corrections.push(parsed.data);
    else file.invalid.push({ row: first + i, ...(parsed.success ? WITHOUT_WORDS : whyInvalid(parsed.error.issues)) });
  }
  return { ...file, corrections };
}

/** Saidso's own format: everything, as it is stored. */
export const json: Format = {
  id: 'json',
  labelKey: 'export_format_json',
  extension: 'json',
  mime: 'application/json',
  write,
  read,
};
