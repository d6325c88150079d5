import { parseArgs } from 'node:util';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import type { ExportContext, Format } from '../utils/exchange/format.ts';
import { formats } from '../utils/exchange/formats.ts';
import { planImport } from '../utils/exchange/import-plan.ts';
import { englishWord } from '../utils/exchange/words.ts';
import { type Command, writeText } from './command.ts';

const readable = formats.filter((format) => format.read).map((format) => format.id);
const writable = formats.filter((format) => format.write).map((format) => format.id);

const WHY: Partial<Record<ErrorCode, string>> = {
  'file-not-json': 'the input is not JSON, or it is cut off',
  'file-foreign': 'the input is JSON, but not of this format',
  'file-newer': 'the input was written by a newer version',
  'file-too-large': 'the input is too large',
};

async function run(args: string[]): Promise<number> {
  const given = readArguments(args);
  if (typeof given === 'string') return complain(given);
  const plan = planImport(await standardInput(), new Map(), { format: given.from });
  if (!plan.ok) return complain(WHY[plan.code] ?? plan.code);
  // A conversion is no import: of two rows with the same id the newer one stands.
  const { add, skip, corrections, documents, invalid } = plan.value;
  for (const { row, why } of invalid) console.error(`saidso convert: annotation ${row + 1}: ${why}`);
  if (skip.length > 0) console.error(`saidso convert: ${skip.length} left out: the same id is there with a newer change`);
  for (const piece of given.write(add, { ...given.context, corrections, documents })) await writeText(piece);
  return invalid.length > 0 ? 1 : 0;
}

interface Given {
  from: Format;
  write: NonNullable<Format['write']>;
  context: ExportContext;
}

function readArguments(args: string[]): Given | string {
  let values: { from?: string; to?: string; creator?: string; bom?: boolean };
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' }, creator: { type: 'string' }, bom: { type: 'boolean' } } as const;
    values = parseArgs({ args, options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const from = formats.find((format) => format.id === values.from);
  const write = formats.find((format) => format.id === values.to)?.write;
  if (from?.read === undefined) return `--from must be one of ${readable.join(', ')}`;
  if (write === undefined) return `--to must be one of ${writable.join(', ')}`;
  const context: ExportContext = {
    exported: new Date().toISOString(),
    id: crypto.randomUUID(),
    creator: values.creator ?? '',
    language: 'en',
    word: englishWord,
    byteOrderMark: values.bom ?? false,
  };
  return { from, write, context };
}

function complain(what: string): number {
  console.error(`saidso convert: ${what}`);
  return 1;
}

async function standardInput(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const piece of process.stdin) text += piece;
  return text;
}

export const command: Command = {
  name: 'convert',
  summary: 'annotations from one format into another',
  help: `saidso convert --from FORMAT --to FORMAT [--creator NAME] [--bom] < IN > OUT

Reads a whole file from standard input and writes it in another format.

  --from     ${readable.join(', ')}
  --to       ${writable.join(', ')}
  --creator  the name that Web Annotations and reports carry
  --bom      CSV begins with a byte order mark, which Excel needs to read UTF-8

json is Saidso's own format, as the library exports it. An annotation that is not valid is left out and named on standard
error, the rest goes on, and the exit status is 1 at the end. A file that is not of the format writes nothing.`,
  run,
};
