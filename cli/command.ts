import { createInterface } from 'node:readline';

/** One subcommand of `saidso`. `run` gives the exit status: 0, or 1 when a line or a file was not usable. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The whole help, with the shapes of the lines in and out. */
  help: string;
  run(args: string[]): Promise<number>;
}

/** Writes one JSON object a line; waits when the reader is slow. */
export const writeLine = (value: unknown): Promise<void> => writeText(`${JSON.stringify(value)}\n`);

/** Writes text as it is; waits when the reader is slow. */
export async function writeText(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}

/**
 * Answers each line of standard input with one line, in order. A line that is not JSON, or that `answer` refuses by throwing
 * a `LineError`, gets `{"id", "error"}` in its place and the rest goes on. Gives the exit status.
 */
export async function answerLines(answer: (row: Record<string, unknown>) => unknown): Promise<number> {
  let status = 0;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    let id: unknown = null;
    try {
      const row = parseLine(line, number);
      id = row.id ?? null;
      await writeLine(await answer(row));
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      status = 1;
      await writeLine({ id, error: error.message });
    }
  }
  return status;
}

/** A line that cannot be used: what is wrong, and where. */
export class LineError extends Error {}

function parseLine(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new LineError(`line ${number}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LineError(`line ${number}: an object is needed, got ${JSON.stringify(value).slice(0, 40)}`);
  return value as Record<string, unknown>; // just shown to be an object that is no array
}
