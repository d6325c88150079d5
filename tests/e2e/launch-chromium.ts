import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';

export interface RunningChromium {
  context: BrowserContext;
  extensionId: string;
  /** URL of a page of the extension: `page('popup.html')`. */
  page(path: string): string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless?: boolean;
  /** Keeps the profile from an earlier start. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  deviceScaleFactor?: number;
  locale?: string;
  /** All traffic but the loopback's goes through this proxy. */
  proxy?: string;
  extensionPath?: string;
}

/** Starts Chromium with the built extension and waits for its background. Nothing beyond the loopback can be reached; `*.example` leads there. */
export async function launchChromium(options: LaunchOptions = {}): Promise<RunningChromium> {
  const extension = resolve(options.extensionPath ?? '.output/chrome-mv3');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'saidso-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.SAIDSO_CHROMIUM || '/usr/bin/chromium',
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(options.deviceScaleFactor ? { deviceScaleFactor: options.deviceScaleFactor } : {}),
    colorScheme: options.colorScheme ?? 'light',
    ...(options.locale ? { locale: options.locale } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--disable-background-networking',
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...(options.proxy
        ? [`--proxy-server=${options.proxy}`, '--proxy-bypass-list=localhost;127.0.0.1']
        : options.headless === false
          ? []
          : ['--host-resolver-rules=MAP *.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    extensionId,
    page: (path) => `chrome-extension://${extensionId}/${path}`,
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
