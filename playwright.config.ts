import { defineConfig } from '@playwright/test';

/** The built extension in real browsers. Both projects drive `.output`: build first (`npm test` does). */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'chromium', testIgnore: /firefox/ },
    { name: 'firefox', testMatch: /firefox.*\.spec\.ts/ },
  ],
});
