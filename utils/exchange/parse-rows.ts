import type { Annotation } from '../domain/annotation.ts';
import type { ReadFile } from './format.ts';

type Parsed = { success: true; data: Annotation } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/**
 * Reads row by row: one that does not fit is named with its reason, the others go on. Empties `rows` on the way: a large file
 * would else be held twice, as it stood and as it was read.
 */
export function parseRows(rows: unknown[], parse: (row: unknown) => Parsed): ReadFile {
  const file: ReadFile = { annotations: [], invalid: [] };
  for (let row = 0; row < rows.length; row++) {
    const parsed = parse(rows[row]);
    rows[row] = undefined;
    const why = parsed.success ? contradiction(parsed.data) : issueText(parsed.error.issues);
    if (parsed.success && why === null) file.annotations.push({ row, annotation: parsed.data });
    else file.invalid.push({ row, why: why ?? 'invalid' });
  }
  return file;
}

/** "body.2.value: Too small" */
export const issueText = (issues: { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'row'}: ${message}`)
    .join('; ');

/** What the schema cannot say. */
function contradiction({ body, target }: Annotation): string | null {
  for (const { selector } of [target, ...(target.history ?? [])])
    if (!selector.some(({ type }) => type === 'TextQuoteSelector')) return 'target.selector: no TextQuoteSelector';
  if (body.filter((one) => one.purpose === 'commenting').length > 1) return 'body: more than one note';
  if (body.filter((one) => one.type === 'Quotation').length > 1) return 'body: more than one Quotation';
  const tags = body.flatMap((one) => (one.purpose === 'tagging' ? [one.value] : []));
  if (new Set(tags).size < tags.length) return 'body: a tag stands twice';
  for (const selector of target.selector) {
    if (selector.type !== 'TextPositionSelector') continue;
    if (selector.end < selector.start || (selector.astral ?? 0) * 2 > selector.start) return 'target.selector: impossible position';
  }
  return null;
}
