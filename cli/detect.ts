import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { detectQuotations } from '../utils/detect/detect-quotations.ts';
import { type Command, writeLine } from './command.ts';
import { pageOfFile } from './page-of-file.ts';
import { parseHtml } from './parse-html.ts';

const help = `saidso detect [--url URL] FILE.html …: who is quoted on a page

One line a file:
  {"file", "url", "title", "language", "ms", "quotes": [{"kind": "block" | "list-item" | "inline" | "pull",
   "region": "article" | "comment" | "other", "text", "start", "end", "speaker", "mention", "cue",
   "source": {"name", "url", "title"} | null, "within", "rule", "confidence",
   "why": {"speaker": REASON | null, "source": REASON | null}}]}
  REASON = {"rule", "confidence", "evidence": {"start", "end"} | null, "alternatives": [{"name", "confidence"}]}

"text" is without the outer marks; "start" and "end" are UTF-16 offsets into the page's text; "within" is the index of the
quote that holds this one; "confidence" is the chance that the speaker and source told are right; "why" gives each its own, with
the words of the page that decided and what else it could be (rule "unsure": nothing was likely enough, the field is empty);
"ms" is the time of reading and detecting. A file that cannot be read gives {"file", "error"}
and the exit status 1.

  --url URL   the page's address (else its canonical link, else the file's own URL); with several files for the first`;

/** `saidso detect`: pages in, their quotations out. */
export const command: Command = {
  name: 'detect',
  summary: 'finds the quotes of pages, whose words they are and where they are from',
  help,
  async run(args) {
    const { files, url, problem } = readArguments(args);
    if (problem !== null) {
      console.error(`saidso detect: ${problem}`);
      return 2;
    }
    let status = 0;
    for (const [i, file] of files.entries()) {
      let html: string;
      try {
        html = await readFile(file, 'utf8');
      } catch (error) {
        status = 1;
        await writeLine({ file, error: `cannot be read: ${error instanceof Error ? error.message : String(error)}` });
        continue;
      }
      await writeLine(detectFile(file, html, i === 0 ? url : null));
    }
    return status;
  },
};

function readArguments(args: string[]): { files: string[]; url: string | null; problem: string | null } {
  const files: string[] = [];
  let url: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const given = arg === '--url' ? args[++i] : arg.startsWith('--url=') ? arg.slice(6) : undefined;
    if (arg === '--url' || arg.startsWith('--url=')) {
      if (given === undefined || !URL.canParse(given))
        return { files, url, problem: `--url needs an absolute URL, got ${given ?? 'nothing'}` };
      url = given;
    } else if (arg.startsWith('-') && arg !== '-') return { files, url, problem: `there is no option ${arg}` };
    else files.push(arg);
  }
  return { files, url, problem: files.length === 0 ? 'a FILE.html is needed; --help tells more' : null };
}

function detectFile(file: string, html: string, given: string | null): Record<string, unknown> {
  const tree = parseHtml(html);
  const started = performance.now();
  const page = pageOfFile(file, tree, given);
  const quotes = detectQuotations(page);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  return { file, url: page.url, title: page.title, language: page.language, ms, quotes };
}
