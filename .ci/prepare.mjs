// Makes a fresh machine ready, with nothing but Node 20 and npm: the packages, a Node that the tools take, the browsers.
// Plain JavaScript without dependencies: it runs before there are any.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

export const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

/** What the tools need (vitest 5, WXT 0.21); `optionalDependencies` brings such a Node as a package. */
const MIN_NODE = [22, 18];

/** A command of a person's machine failed: said in words, without a stack. */
export class Unready extends Error {}

/** The environment in which the project's tools run: its own Node first, no downloads, no telemetry. */
export function environment() {
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    WXT_TELEMETRY_DISABLED: '1',
    SAIDSO_CHROMIUM: findChromium() ?? '',
    SAIDSO_FIREFOX: findFirefox() ?? '',
  };
}

/** Runs a command with the output shown; gives its exit status. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
    shell: process.platform === 'win32',
    ...options,
  });
  if (done.error) throw new Unready(`${command} could not be started: ${done.error.message}`);
  return done.status ?? 1;
}

/** Packages as the lock file says; nothing to do when they are there already. */
export function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.saidso-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (npm ci) …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    throw new Unready('npm ci failed: see above. Nothing else was changed.');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

/** The Node to use: the pinned package where it exists for this machine, else the machine's own when it is new enough. */
export function ensureNode() {
  const version =
    spawnSync('node', ['--version'], { env: environment(), encoding: 'utf8', shell: process.platform === 'win32' }).stdout?.trim() ?? '';
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return version;
  throw new Unready(
    `Node ${MIN_NODE.join('.')} or newer is needed and no package of it exists for this machine (${process.platform} ${process.arch}, Node ${version}). Install Node 24 and try again.`,
  );
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
const first = (files) => files.find((file) => file && existsSync(file)) ?? null;

/** Chromium, not Google Chrome: the branded build no longer loads unpacked extensions from the command line. */
export function findChromium() {
  return first([
    process.env.SAIDSO_CHROMIUM,
    '/usr/bin/chromium',
    onPath('chromium'),
    onPath('chromium-browser'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]);
}
export function findFirefox() {
  return first([
    process.env.SAIDSO_FIREFOX,
    '/usr/bin/firefox-esr',
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
}

/** Gets the browsers that are missing as Debian packages where apt can; else says what to install. */
export function ensureBrowsers({ firefox = true } = {}) {
  const missing = [findChromium() ? null : 'chromium', !firefox || findFirefox() ? null : 'firefox-esr'].filter(Boolean);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : null;
  if (onPath('apt-get') && asRoot !== null) {
    console.log(`Installing ${missing.join(' and ')} with apt …`);
    const apt = (...args) => {
      const [command, ...rest] = [...asRoot, 'apt-get', ...args];
      return run(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...environment(), DEBIAN_FRONTEND: 'noninteractive' } });
    };
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...missing);
  }
  const still = [findChromium() ? null : 'Chromium', !firefox || findFirefox() ? null : 'Firefox'].filter(Boolean);
  if (still.length > 0)
    throw new Unready(
      `${still.join(' and ')} ${still.length > 1 ? 'are' : 'is'} needed and could not be installed here. Install ${still.join(' and ')} (Debian: apt install chromium firefox-esr), or name the program in SAIDSO_CHROMIUM or SAIDSO_FIREFOX, and try again.`,
    );
}

/** Everything above, in order. */
export function prepare(options) {
  ensurePackages();
  ensureNode();
  ensureBrowsers(options);
}

/** Runs `main`; what a person can mend is said in one sentence. */
export async function entry(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
