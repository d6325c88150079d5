import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkQuotation } from '../utils/check/check-quotation.ts';
import { prepareSource, type SourceWords } from '../utils/check/source-words.ts';
import { readPage } from '../utils/dom/read-page.ts';
import type { PageText } from '../utils/domain/page-text.ts';
import type { Quotation } from '../utils/domain/quotation.ts';
import { checkKept } from './check-kept.ts';
import { answerLines, type Command, LineError } from './command.ts';
import { parseHtml } from './parse-html.ts';

/** A source made ready, for all lines that name it. */
interface Ready {
  words: SourceWords;
  /** The quotations of a page; plain text has none. Detected when first asked for, by an engine that is loaded only then. */
  quotations(): Promise<readonly Quotation[] | undefined>;
}

/** Sources kept between lines: a list of quotes goes through few sources, mostly one after another. */
const KEPT = 8;

export const command: Command = {
  name: 'check',
  summary: 'is a quote in its source, word for word, and what was changed',
  help: `saidso check < QUOTES > CHECKS
saidso check --kept EXPORT.json > CHECKS

in   {"id", "quote", "source": "FILE.html"} or {"id", "quote", "text": "the source's text"}; FILE may be plain text (.txt)
     "speaker"?: whose words they are said to be; "language"?: of a text, BCP 47
out  {"id", "verdict": "verbatim" | "edited" | "altered" | "not-found" | "unreadable", "similarity", "passage",
      "changes": [{"kind", "quote", "source", "grave"?}], "notes"?: [{"kind", "text", "speaker"?, "grave"?}]}

verbatim: the same words, typography aside. edited: only editorial changes (case, case-inside, punctuation, bracket, ellipsis, stage,
spelling, number-form). altered: words differ (filler, contraction, number, negation, name, word, added, dropped, order, splice).
unreadable: the source has no text. "grave": a number, a negation or a name differs.
notes: truncated-sentence, after-condition, after-negation, other-speaker, several-speakers, only-in-a-quotation, spliced, part-missing.

--kept compares again, without any source at hand, what the library exported as JSON: each check that was kept with a quote, by the words
of its source that were kept with it.
out  {"id": of the annotation, "evidence": of the check, "source", "accessed", "sha256": of the source's whole text then,
      "kept": the verdict then, "verdict": now, "same": is it that verdict and that passage?}
A check that kept no words (not-found, unreadable) gets {"id", "evidence", "kept", "error"}. Exit status 1 when any is not the same.`,
  async run(args) {
    let bundle: string | undefined;
    try {
      bundle = parseArgs({ args, options: { kept: { type: 'string' } } }).values.kept;
    } catch (error) {
      console.error(`saidso check: ${error instanceof Error ? error.message : String(error)}`);
      return 2;
    }
    if (bundle !== undefined) return checkKept(bundle);
    const kept = new Map<string, Ready>();
    return answerLines(async (row) => {
      const quote = row.quote;
      if (typeof quote !== 'string') throw new LineError('“quote” must be a string');
      const speaker = row.speaker ?? null;
      if (speaker !== null && typeof speaker !== 'string') throw new LineError('“speaker” must be a string');
      const source = await readSource(row, kept);
      const quotations = speaker === null ? undefined : await source.quotations();
      const check = checkQuotation(quote, source.words, { speaker, ...(quotations === undefined ? {} : { sourceQuotations: quotations }) });
      return {
        id: row.id ?? null,
        verdict: check.verdict,
        similarity: Math.round(check.similarity * 1000) / 1000,
        passage: check.passage?.text ?? null,
        changes: check.changes.map(({ kind, quote: here, source: there, grave }) => ({
          kind,
          quote: here,
          source: there,
          ...(grave ? { grave } : {}),
        })),
        ...(check.notes.length === 0
          ? {}
          : {
              notes: check.notes.map(({ kind, text, speaker: who, grave }) => ({
                kind,
                text,
                ...(who === null ? {} : { speaker: who }),
                ...(grave ? { grave } : {}),
              })),
            }),
      };
    });
  },
};

async function readSource(row: Record<string, unknown>, kept: Map<string, Ready>): Promise<Ready> {
  const { source, text } = row;
  const language = typeof row.language === 'string' ? row.language : null;
  if (typeof text === 'string') return ready(kept, `text ${language} ${text}`, async () => ofText(text, language));
  if (typeof source !== 'string') throw new LineError('“source” (a file) or “text” must be a string');
  return ready(kept, `file ${language} ${source}`, async () => {
    const content = await readFile(source, 'utf8').catch((error: unknown) => {
      throw new LineError(`${source}: ${error instanceof Error ? error.message : String(error)}`);
    });
    const plain = extname(source) === '.txt' || !/^\s*(?:\ufeff)?</.test(content);
    return plain ? ofText(content, language) : ofPage(readPage(parseHtml(content), pathToFileURL(resolve(source)).href).page);
  });
}

async function ready(kept: Map<string, Ready>, key: string, make: () => Promise<Ready>): Promise<Ready> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = await make();
  for (const oldest of kept.keys()) if (kept.size >= KEPT) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

const ofText = (text: string, language: string | null): Ready => ({
  words: prepareSource({ text, language }),
  quotations: async () => undefined,
});

function ofPage(page: PageText): Ready {
  let found: readonly Quotation[] | null = null;
  return {
    words: prepareSource(page),
    quotations: async () => {
      const { detectQuotations } = await import('../utils/detect/detect-quotations.ts');
      found ??= detectQuotations(page);
      return found;
    },
  };
}
