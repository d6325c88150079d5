import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { rolldown } from 'rolldown';
import type { InPage } from './in-page.ts';

declare global {
  /** Set by `in-page.ts`. */
  var inPage: InPage;
  /** What a page is measured on. */
  var measured: Document;
}

export interface FreshPage {
  page: Page;
  /** Processor time of the page's main thread until now (ms). Others that use the machine do not count in it, as they do in the clock. */
  cpu(): Promise<number>;
  close(): Promise<void>;
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.SAIDSO_CHROMIUM || '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP * ~NOTFOUND'],
  });

export async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'in-page.ts') });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  return output[0].code;
}

/** A page in which nothing ran before. */
export async function freshPage(browser: Browser, code: string): Promise<FreshPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(code);
  return {
    page,
    cpu: async () => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0),
    close: () => context.close(),
  };
}

export const middle = (numbers: readonly number[], share = 0.5): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;
