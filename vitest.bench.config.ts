import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** `npm run bench`: side by side in one run, to be read as ratios. Never part of a test. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'bench',
          include: ['tests/bench/*.test.ts'],
          benchmark: { include: ['tests/bench/*.bench.ts'] },
          environment: 'node',
        },
      },
      {
        test: {
          name: 'bench in a page',
          include: [],
          benchmark: { include: ['tests/bench/browser/*.bench.ts'] },
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: { executablePath: process.env.SAIDSO_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
