import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const chromium = process.env.SAIDSO_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/corpus/*.test.ts'],
          environment: 'node',
          // A busy machine is no failure: no test here is about time.
          testTimeout: 30_000,
        },
      },
      {
        // Found and bundled before the first test: a dependency met in the middle of one reloads it.
        optimizeDeps: { entries: ['components/*.{ts,tsx}', 'tests/browser/**/*.{ts,tsx}'], include: ['react/jsx-dev-runtime'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
