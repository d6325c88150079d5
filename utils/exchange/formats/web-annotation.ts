import type { Annotation } from '../../domain/annotation.ts';
import { fail, ok, type Result } from '../../domain/error-code.ts';
import type { ExportContext, Format, ReadFile } from '../format.ts';
import { parseRows } from '../parse-rows.ts';
import { readWebAnnotation } from '../web-annotation/read-web-annotation.ts';
import { isObject } from '../web-annotation/reader.ts';
import { CONTEXT } from '../web-annotation/vocabulary.ts';
import { writeWebAnnotation } from '../web-annotation/write-web-annotation.ts';

const ROWS_PER_PIECE = 100;

/** An `AnnotationPage` that holds all: https://www.w3.org/TR/annotation-model/#annotation-page */
function* write(annotations: readonly Annotation[], context: ExportContext): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"id":${JSON.stringify(`urn:uuid:${context.id}`)},"type":"AnnotationPage","items":[`;
  // Other tools know no bin: what was deleted would be back.
  const kept = annotations.filter((annotation) => annotation.deleted === null);
  for (let i = 0; i < kept.length; i += ROWS_PER_PIECE) {
    const rows = kept.slice(i, i + ROWS_PER_PIECE).map((annotation) => JSON.stringify(writeWebAnnotation(annotation, context.creator)));
    yield `${i === 0 ? '\n' : ',\n'}${rows.join(',\n')}`;
  }
  yield '\n]}\n';
}

/** Ours and others': an annotation, an array of them, an `AnnotationPage`, or an `AnnotationCollection` with its first page. */
function read(text: string, now: string): Result<ReadFile> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return fail('file-not-json');
  }
  const items = itemsOf(file);
  return items === null ? fail('file-foreign') : ok(parseRows(items, (row) => readWebAnnotation(row, now)));
}

function itemsOf(file: unknown): unknown[] | null {
  if (Array.isArray(file)) return file.length === 0 || file.some(isAnnotation) ? file : null;
  if (isAnnotation(file)) return [file];
  if (!isObject(file)) return null;
  if (Array.isArray(file.items)) return file.items;
  return isObject(file.first) && Array.isArray(file.first.items) ? file.first.items : null;
}

const isAnnotation = (value: unknown): boolean =>
  isObject(value) && (value.type === 'Annotation' || (Array.isArray(value.type) && value.type.includes('Annotation')));

/** The W3C Web Annotation Data Model in JSON-LD, for other annotation tools. */
export const webAnnotation: Format = {
  id: 'web-annotation',
  labelKey: 'export_format_web_annotation',
  extension: 'jsonld',
  mime: 'application/ld+json',
  write,
  read,
};
