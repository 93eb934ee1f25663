import { defineConfig } from '@playwright/test';

// The whole system is started by `cargo xtask test e2e`, which says where it listens.
const baseURL = process.env.BASE_URL ?? 'http://localhost:8080';
// The gallery is files only, and has a server of files for the time of its tests.
const gallery = process.env.GALLERY_DIR;

// A story is looked at as it stands still.
const STORIES = { deviceScaleFactor: 1, hasTouch: false, contextOptions: { reducedMotion: 'reduce' as const } };

export default defineConfig({
  outputDir: 'results',
  reporter: [['list'], ['html', { outputFolder: 'report', open: 'never' }]],
  // Two cores run the browser, the API, the sandbox and the provider already.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    // What is not there after this will not come; the journey should not wait to its end for it.
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 360, height: 780 },
    deviceScaleFactor: 2,
    hasTouch: true,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: gallery
    ? { command: `sirv ${gallery} --quiet --port ${new URL(baseURL).port}`, url: `${baseURL}/gallery.html` }
    : undefined,
  projects: [
    { name: 'e2e', testDir: 'journeys' },
    {
      name: 'a11y',
      testDir: 'accessibility',
      snapshotPathTemplate: 'accessibility/trees/{arg}{ext}',
      // What is wrong is said by name; a trace of hundreds of looks would take as long as the looks.
      use: { trace: 'off', contextOptions: { reducedMotion: 'reduce' } },
    },
    // For people to look at: sheets of every page, in results-screens.
    {
      name: 'screens',
      testDir: 'accessibility',
      grepInvert: /forced colours/,
      use: { trace: 'off', deviceScaleFactor: 1, contextOptions: { reducedMotion: 'reduce' } },
    },
    { name: 'gallery', testDir: 'gallery', testIgnore: 'looks.spec.ts', snapshotPathTemplate: 'gallery/reads/{arg}{ext}', use: STORIES },
    { name: 'looks', testDir: 'gallery', testMatch: 'looks.spec.ts', snapshotPathTemplate: 'gallery/looks/{arg}{ext}', use: STORIES },
  ],
});
