#!/usr/bin/env node
import type { Command } from './command.ts';

/** name → its module, loaded only when asked for: a start costs the engines of one command. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  detect: () => import('./detect.ts'),
  describe: () => import('./describe.ts'),
  resolve: () => import('./resolve.ts'),
  check: () => import('./check.ts'),
  convert: () => import('./convert.ts'),
};

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    console.log(`saidso COMMAND …: the engines of Saidso without a browser

${all.map(({ command }) => `  ${command.name.padEnd(10)} ${command.summary}`).join('\n')}

One JSON object a line in, one a line out, in order, UTF-8. A line that cannot be used gets {"id", "error"} in its
place and the exit status is 1 at the end. saidso COMMAND --help tells more.`);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    console.error(`saidso: there is no command “${name}”. saidso --help lists them.`);
    return 2;
  }
  const { command } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(rest);
}

// A reader that stops early (head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
