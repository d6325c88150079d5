import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Firefox is driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), spoken here directly: no driver program is needed.

const ADDON_ID = 'saidso@saidso.example';
const ADDON_UUID = '6f0d8f0a-3a57-4a5b-9d0a-6a1f5a1c0de5';
const START_MS = 60_000;

/** Silence: no updates, no telemetry, no start pages. */
const PREFS: Record<string, string | number | boolean> = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'dom.disable_open_during_load': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'privacy.trackingprotection.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'xpinstall.signatures.required': false,
};

type Json = Record<string, unknown>;

export interface RunningFirefox {
  /** URL of a page of the extension. */
  page(path: string): string;
  /** Opens a tab and waits until it is loaded; gives its browsing context. */
  open(url: string): Promise<string>;
  navigate(context: string, url: string): Promise<void>;
  /** Evaluates an expression (awaited) in a tab or frame; the value comes back as JSON. */
  evaluate<T>(context: string, expression: string): Promise<T>;
  /** Evaluates until the value is truthy. Throws with the last value when it never is. */
  poll<T>(context: string, expression: string, ms?: number): Promise<T>;
  /** The first frame below a tab whose URL holds `part`, once there is one. */
  frame(context: string, part: string, ms?: number): Promise<string>;
  /** The tab whose URL holds `part`, once there is one and it has loaded. */
  tab(part: string, ms?: number): Promise<string>;
  click(context: string, x: number, y: number): Promise<void>;
  drag(context: string, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  type(context: string, keys: string[]): Promise<void>;
  screenshot(context: string): Promise<Buffer>;
  resize(context: string, width: number, height: number): Promise<void>;
  send(method: string, params?: Json): Promise<Json>;
  close(): Promise<void>;
}

interface Options {
  headless?: boolean;
  prefs?: Record<string, string | number | boolean>;
  extensionPath?: string;
}

/** Starts Firefox with a new profile and the built extension installed. */
export async function launchFirefox(options: Options = {}): Promise<RunningFirefox> {
  const profile = mkdtempSync(join(tmpdir(), 'saidso-firefox-'));
  const prefs = { ...PREFS, ...options.prefs };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(prefs)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const child = spawn(
    process.env.SAIDSO_FIREFOX || '/usr/bin/firefox-esr',
    [
      ...(options.headless === false ? [] : ['--headless']),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      // Without it BiDi may not open pages of an extension.
      '--remote-allow-system-access',
      'about:blank',
    ],
    { env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const url = await listeningUrl(child);
  const socket = new WebSocket(`${url}/session`);
  await new Promise<void>((done, failed) => {
    socket.onopen = () => done();
    socket.onerror = () => failed(new Error('no connection to Firefox'));
  });

  let lastId = 0;
  const pending = new Map<number, { method: string; done: (result: Json) => void; failed: (error: Error) => void }>();
  socket.onmessage = (event) => {
    const message = JSON.parse(String(event.data));
    const waiting = pending.get(message.id);
    if (!waiting) return;
    pending.delete(message.id);
    if (message.type === 'error') waiting.failed(new Error(`${waiting.method}: ${message.error}: ${message.message}`));
    else waiting.done(message.result);
  };
  const send = (method: string, params: Json = {}): Promise<Json> =>
    new Promise((done, failed) => {
      const id = ++lastId;
      pending.set(id, { method, done, failed });
      socket.send(JSON.stringify({ id, method, params }));
    });

  await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await send('webExtension.install', { extensionData: { type: 'path', path: resolve(options.extensionPath ?? '.output/firefox-mv3') } });

  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const result = await send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value === undefined ? null : value))`,
      target: { context },
      awaitPromise: true,
      resultOwnership: 'none',
    });
    if (result.type === 'exception')
      throw new Error(`${(result.exceptionDetails as { text: string }).text} in ${expression.slice(0, 200)}`);
    return JSON.parse((result.result as { value: string }).value) as T; // the caller knows what its expression gives
  };
  const until = async <T>(what: string, ms: number, look: () => Promise<T | null>): Promise<T> => {
    const end = Date.now() + ms;
    let last: unknown = null;
    while (Date.now() < end) {
      try {
        const value = await look();
        if (value) return value;
        last = value;
      } catch (error) {
        // A page that is just being replaced cannot be asked; the last answer is told below.
        last = error;
      }
      await new Promise((r) => setTimeout(r, 50));
    }
    throw new Error(`${what} was not so within ${ms} ms; last: ${String(last)}`);
  };
  const pointer = (context: string, actions: Json[]) =>
    send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });

  return {
    page: (path) => `moz-extension://${ADDON_UUID}/${path}`,
    send,
    evaluate,
    async open(address) {
      const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string };
      await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
      return context;
    },
    async navigate(context, address) {
      await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    },
    poll: (context, expression, ms = 10_000) => until(expression.slice(0, 200), ms, () => evaluate(context, expression)),
    frame: (context, part, ms = 10_000) =>
      until(`a frame with ${part}`, ms, async () => {
        const { contexts } = (await send('browsingContext.getTree', { root: context })) as { contexts: Tree[] };
        return findFrame(contexts, part);
      }),
    tab: (part, ms = 10_000) =>
      until(`a tab with ${part}`, ms, async () => {
        const { contexts } = (await send('browsingContext.getTree', { maxDepth: 0 })) as { contexts: Tree[] };
        const found = contexts.find(({ url: address }) => address.includes(part))?.context ?? null;
        return found !== null && (await evaluate<string>(found, 'document.readyState')) === 'complete' ? found : null;
      }),
    async click(context, x, y) {
      await pointer(context, [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    async drag(context, from, to) {
      await pointer(context, [
        { type: 'pointerMove', x: Math.round(from.x), y: Math.round(from.y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2), duration: 50 },
        { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y), duration: 50 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    async type(context, keys) {
      const actions = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async screenshot(context) {
      const { data } = (await send('browsingContext.captureScreenshot', { context })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    async resize(context, width, height) {
      await send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async close() {
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      const within = (ms: number) => new Promise<'late'>((done) => setTimeout(done, ms, 'late').unref());
      await Promise.race([send('browser.close'), within(3_000)]);
      socket.close();
      if ((await Promise.race([gone, within(8_000)])) === 'late') child.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Tree {
  context: string;
  url: string;
  children: Tree[] | null;
}
function findFrame(trees: Tree[], part: string): string | null {
  for (const tree of trees) {
    for (const child of tree.children ?? []) if (child.url.includes(part)) return child.context;
    const below = findFrame(tree.children ?? [], part);
    if (below) return below;
  }
  return null;
}

function listeningUrl(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const found = said.match(/WebDriver BiDi listening on (ws:\/\/\S+)/);
      if (found?.[1]) done(found[1]);
    };
    child.stderr?.on('data', read);
    child.stdout?.on('data', read);
    child.once('exit', (code) => failed(new Error(`Firefox ended with ${code}: ${said.slice(-2000)}`)));
    setTimeout(() => failed(new Error(`Firefox did not start: ${said.slice(-2000)}`)), START_MS).unref();
  });
}
