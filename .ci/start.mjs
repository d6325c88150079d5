// npm start: builds the extension and shows it at work. The packages must be there before anything else can be loaded.

import { entry, prepare, run, Unready } from './prepare.mjs';

await entry(async () => {
  prepare({ firefox: false });
  if (run('wxt', ['build', '--level', 'warn']) !== 0) throw new Unready('The build failed: see above.');
  return run('node', ['.ci/show.ts', ...process.argv.slice(2)]);
});
