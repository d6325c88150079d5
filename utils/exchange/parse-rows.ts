import type { Annotation } from '../domain/annotation.ts';
import type { InvalidRow, ReadFile } from './format.ts';

/** What zod says; `input` is there when the schema was asked to report it. */
type Issue = { path: PropertyKey[]; message: string; input?: unknown };
type Parsed = { success: true; data: Annotation } | { success: false; error: { issues: Issue[] } };
type Why = Omit<InvalidRow, 'row'>;

/** For `safeParse`: `faultsOf` tells by the value whether something is missing. */
export const REPORTED = { reportInput: true } as const;

/**
 * Reads row by row: one that does not fit is named with its reason, the others go on. Empties `rows` on the way: a large file
 * would else be held twice, as it stood and as it was read.
 */
export function parseRows(rows: unknown[], parse: (row: unknown) => Parsed): ReadFile {
  const file: ReadFile = { annotations: [], invalid: [] };
  for (let row = 0; row < rows.length; row++) {
    const parsed = parse(rows[row]);
    rows[row] = undefined;
    const why = parsed.success ? contradiction(parsed.data) : whyInvalid(parsed.error.issues);
    if (parsed.success && why === null) file.annotations.push({ row, annotation: parsed.data });
    else if (why !== null) file.invalid.push({ row, ...why });
  }
  return file;
}

const MOST_FAULTS = 3;

/** "body.2.value: Too small", and the same for the reader's language. */
export function whyInvalid(issues: Issue[]): Why {
  const first = issues.slice(0, MOST_FAULTS).map((issue) => ({ ...issue, place: issue.path.map(String).join('.') }));
  return {
    why: first.map(({ place, message }) => `${place || 'row'}: ${message}`).join('; '),
    faults: first.map((issue) => ({ path: issue.place, missing: 'input' in issue && issue.input === undefined })),
  };
}

const fault = (path: string, what: string, missing = false): Why => ({ why: `${path}: ${what}`, faults: [{ path, missing }] });
export const WITHOUT_WORDS = fault('target.selector', 'no TextQuoteSelector', true);

/** What the schema cannot say. */
function contradiction({ body, target }: Annotation): Why | null {
  for (const { selector } of [target, ...(target.history ?? [])])
    if (!selector.some(({ type }) => type === 'TextQuoteSelector')) return WITHOUT_WORDS;
  if (body.filter((one) => one.purpose === 'commenting').length > 1) return fault('body', 'more than one note');
  if (body.filter((one) => one.type === 'Quotation').length > 1) return fault('body', 'more than one Quotation');
  const tags = body.flatMap((one) => (one.purpose === 'tagging' ? [one.value] : []));
  if (new Set(tags).size < tags.length) return fault('body', 'a tag stands twice');
  for (const selector of target.selector) {
    if (selector.type !== 'TextPositionSelector') continue;
    if (selector.end < selector.start || (selector.astral ?? 0) * 2 > selector.start)
      return fault('target.selector', 'impossible position');
  }
  return null;
}
