import { readFile } from 'node:fs/promises';
import { checkQuotation } from '../utils/check/check-quotation.ts';
import { prepareSource } from '../utils/check/source-words.ts';
import { type Annotation, type Evidence, evidenceOf } from '../utils/domain/annotation.ts';
import { planImport } from '../utils/exchange/import-plan.ts';
import { writeLine } from './command.ts';

/**
 * Compares again what was kept of each check in an exported bundle: the quote with the source's words around the passage, as they were
 * then. One line a check, in the order of the file; one that kept no words of its source gets `{"id", "evidence", "error"}`.
 * Gives the exit status: 0 only when every check could be repeated and came out the same.
 */
export async function checkKept(file: string): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  const plan = planImport(text, new Map());
  if (!plan.ok) return complain(`${file} is no bundle of Saidso (${plan.code})`);
  const { add, invalid } = plan.value;
  for (const { row, why } of invalid) complain(`annotation ${row + 1}: ${why}`);
  let status = invalid.length > 0 ? 1 : 0;
  for (const annotation of add)
    for (const evidence of evidenceOf(annotation)) {
      const answer = again(annotation, evidence);
      if (!('same' in answer) || !answer.same) status = 1;
      await writeLine(answer);
    }
  return status;
}

function again({ id }: Annotation, { id: evidence, quote, context, check: kept, reading }: Evidence) {
  if (context === null)
    return { id, evidence, kept: kept.verdict, error: 'no words of the source were kept: compare with the source itself' };
  const check = checkQuotation(quote, prepareSource({ text: context.text, language: reading.language }));
  return {
    id,
    evidence,
    source: reading.finalUrl ?? reading.url ?? (reading.title || null),
    accessed: reading.accessed,
    sha256: reading.sha256,
    kept: kept.verdict,
    verdict: check.verdict,
    same: check.verdict === kept.verdict && check.passage?.text === kept.passage?.text,
  };
}

function complain(what: string): number {
  console.error(`saidso check: ${what}`);
  return 1;
}
