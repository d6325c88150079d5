import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotations } from '../../../utils/db/annotations.ts';
import { backups } from '../../../utils/db/backups.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { protocol } from '../../../utils/messaging/protocol.ts';
import { changeSettings, withPaused } from '../../../utils/settings.ts';
import { sample } from '../db/sample.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { World } from './world.ts';

type Listener = (...args: unknown[]) => unknown;
const page = samplePage();
let world: World;
let listeners: Map<string, Listener>;
let closed: ReturnType<typeof vi.fn>;
let menus: { id: string; title: string; contexts: string[] }[];

/** Events that the fake browser does not have. */
function catchListeners(): void {
  listeners = new Map();
  menus = [];
  const events = {
    'commands.onCommand': fakeBrowser.commands.onCommand,
    'contextMenus.onClicked': fakeBrowser.contextMenus.onClicked,
    'runtime.onConnect': fakeBrowser.runtime.onConnect,
    'runtime.onMessage': fakeBrowser.runtime.onMessage,
  };
  for (const [name, event] of Object.entries(events)) {
    vi.spyOn(event as { addListener: (l: Listener) => void }, 'addListener').mockImplementation((l) => void listeners.set(name, l));
  }
  const api = fakeBrowser.contextMenus as unknown as { removeAll: () => Promise<void>; create: (menu: (typeof menus)[0]) => void }; // without the callback forms
  vi.spyOn(api, 'removeAll').mockImplementation(async () => void menus.splice(0));
  vi.spyOn(api, 'create').mockImplementation((menu) => void menus.push(menu));
}

async function start(): Promise<void> {
  await world.startWorker();
  const { start } = await import('../../../entrypoints/background/index.ts');
  start();
}
const fire = (name: string, ...args: unknown[]) => listeners.get(name)?.(...args);
/** Lets what a listener began, and nobody awaits, come to its end. */
const settled = (check: () => unknown) => vi.waitFor(check, { interval: 5 });

beforeEach(async () => {
  world = new World();
  catchListeners();
  closed = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: closed }); // the fake browser's throws
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

describe('the worker starts', () => {
  it('with all its listeners before the first turn ends', async () => {
    await world.startWorker();
    const { start } = await import('../../../entrypoints/background/index.ts');
    start();
    const { runtime, tabs, storage } = fakeBrowser;
    expect([...listeners.keys()].sort()).toEqual([
      'commands.onCommand',
      'contextMenus.onClicked',
      'runtime.onConnect',
      'runtime.onMessage',
    ]);
    for (const event of [runtime.onInstalled, runtime.onStartup, tabs.onRemoved, tabs.onUpdated, storage.onChanged])
      expect(event.hasListeners()).toBe(true);
  });

  it('with the settings closed to what runs in pages', async () => {
    await start();
    expect(closed).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('also where a browser has no way to close them', async () => {
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
    await expect(start()).resolves.toBeUndefined();
  });

  it('with a handler for every message', async () => {
    const { handlers } = await import('../../../entrypoints/background/handlers.ts');
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(protocol).sort());
  });

  it('without a timer that would keep it alive', () => {
    const folder = join(import.meta.dirname, '../../../entrypoints/background');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/setInterval|setTimeout|alarms/);
  });

  it('and is installed quietly: nothing is opened', async () => {
    const created = vi.spyOn(fakeBrowser.tabs, 'create');
    const opened = vi.spyOn(fakeBrowser.windows, 'create');
    await start();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never); // one of the reasons
    await settled(() => expect(menus).toHaveLength(3));
    expect([created.mock.calls, opened.mock.calls, fakeBrowser.tabs.update]).toEqual([[], [], expect.anything()]);
    expect(fakeBrowser.tabs.update).not.toHaveBeenCalled();
  });
});

describe('the menu of a selection', () => {
  it('has an entry for each command, made anew at every update', async () => {
    await start();
    for (const reason of ['install', 'update']) await fakeBrowser.runtime.onInstalled.trigger({ reason } as never); // one of the reasons
    await settled(() =>
      expect(menus.map(({ title, contexts }) => [title, contexts])).toEqual(
        ['menu_highlight', 'menu_note', 'menu_claim'].map((title) => [title, ['selection']]),
      ),
    );
  });

  it('acts in the frame in which it was opened', async () => {
    await start();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never); // one of the reasons
    await settled(() => expect(menus).toHaveLength(3));
    const frames = [world.load(page), world.load(samplePage({ url: 'https://embed.example/' }), { frameId: 4 })];
    fire('contextMenus.onClicked', { menuItemId: menus[1]?.id, frameId: 4 }, { id: 1 });
    await settled(() => expect(frames.map(({ told }) => told)).toEqual([[], ['frame.command']]));
  });
});

describe('a keyboard command', () => {
  /** Frames of a page in tab 1 and one of another tab; what each of them acted on, in the end. */
  async function actedOn(...states: { selected?: boolean; focused?: boolean }[]): Promise<string[][]> {
    await start();
    const frames = states.map((state, frameId) =>
      Object.assign(world.load(frameId === 0 ? page : samplePage({ url: 'https://embed.example/' }), { frameId }), state),
    );
    const other = Object.assign(world.load(page, { tabId: 2 }), { selected: true, focused: true });
    for (const frame of [...frames, other]) await world.visit(frame);
    const { runCommand } = await import('../../../entrypoints/background/commands.ts');
    await runCommand('note', 1);
    expect(other.told).not.toContain('frame.command');
    return frames.map(({ acted }) => acted ?? []);
  }

  it('acts in the frame that has the focus, of all in which something is selected', async () => {
    expect(await actedOn({ selected: true }, { selected: true }, { selected: true, focused: true })).toEqual([[], [], ['note']]);
  });

  it('acts where something is selected when nothing is in the frame with the focus, once', async () => {
    expect(await actedOn({ focused: true }, { selected: true }, { selected: true })).toEqual([[], ['note'], []]);
  });

  it('acts nowhere when nothing is selected', async () => {
    expect(await actedOn({ focused: true }, {})).toEqual([[], []]);
  });

  it('of the browser is taken', async () => {
    await start();
    const frame = Object.assign(world.load(page), { selected: true });
    fire('commands.onCommand', 'note', { id: 1 });
    await settled(() => expect(frame.acted).toEqual(['note']));
  });

  it('of an unknown name does nothing', async () => {
    await start();
    const frame = world.load(page);
    const { runCommand, runMenuItem } = await import('../../../entrypoints/background/commands.ts');
    await runCommand('toString', 1);
    await runMenuItem('selection-toString', 1, 0);
    expect(frame.told).toEqual([]);
  });
});

describe('tabs', () => {
  it('that are closed are forgotten', async () => {
    await start();
    await world.visit(world.load(page));
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 0, isWindowClosing: false });
    await settled(async () => expect(await fakeBrowser.storage.session.get(null)).toEqual({}));
  });

  it.each<[string, { url?: string; status?: 'complete' }]>([
    ['another site', { url: 'https://other.example/' }],
    ['a page of the browser, whose URL nobody is told', { status: 'complete' }],
  ])('that go to %s lose their count', async (_, change) => {
    await start();
    await world.visit(world.load(page));
    expect(world.badge.get(1)).toBe('1');
    await fakeBrowser.tabs.onUpdated.trigger(1, change, {} as never); // of the tab only the URL is looked at
    await settled(() => expect(world.badge.get(1)).toBe(''));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('that come back to a page as it was left have it look again', async () => {
    await start();
    await world.visit(world.load(page));
    const back = world.load(samplePage({ url: 'https://other.example/' }));
    await fakeBrowser.tabs.onUpdated.trigger(1, { url: back.url }, {} as never); // the tab is not looked at
    await settled(() => expect(back.told).toEqual(['frame.refresh']));
  });

  it('that change their route keep their frames, and the page looks again', async () => {
    await start();
    const frame = world.load(page);
    await world.visit(frame);
    await fakeBrowser.tabs.onUpdated.trigger(1, { url: 'https://gazette.example/next' }, {} as never); // the tab is not looked at
    await settled(() => expect(frame.told).toEqual(['frame.refresh']));
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['tab:1']);
    expect(world.badge.get(1)).toBe('1');
  });

  it('that only jump within their page are left alone', async () => {
    const { leavePage } = await import('../../../entrypoints/background/tabs.ts');
    const frame = world.load(page);
    await world.visit(frame);
    await leavePage(1, `${page.url}?utm_source=x#comments`);
    expect(frame.told).toEqual([]);
  });
});

describe('a change by an extension page', () => {
  it('makes every frame look again, and a burst of changes is two rounds', async () => {
    const frames = [
      world.load(page),
      world.load(samplePage({ url: 'https://embed.example/' }), { frameId: 4 }),
      world.load(page, { tabId: 2 }),
    ];
    for (const frame of frames) await world.visit(frame);
    await Promise.all(Array.from({ length: 50 }, () => world.fromOwn('store.changed', {})));
    await settled(() => expect(frames.map(({ told }) => told.includes('frame.refresh'))).toEqual([true, true, true]));
    const { refreshFrames } = await import('../../../entrypoints/background/refresh.ts');
    await refreshFrames();
    for (const { told } of frames) expect(told.filter((name) => name === 'frame.refresh').length).toBeLessThanOrEqual(3);
  });

  it('forgets frames that are no longer there, and never one that has just opened', async () => {
    await world.visit(world.load(page, { documentId: 'A' }));
    await world.visit(world.load(samplePage({ url: 'https://embed.example/' }), { frameId: 4, documentId: 'B' }));
    world.frames.delete('1/4');
    await world.fromOwn('store.changed', {});
    await settled(() => expect(world.badge.get(1)).toBe('1'));
    const { frameRegistry } = await import('../../../entrypoints/background/frame-registry.ts');
    const asked = (await frameRegistry.all()).filter(({ frameId }) => frameId === 0);
    await world.visit(world.load(samplePage({ url: 'https://gazette.example/next' }), { documentId: 'C' }));
    await frameRegistry.forgetFrames(1, asked);
    expect((await frameRegistry.frame(1, 0))?.url).toBe('https://gazette.example/next');
  });

  it('of the settings shows on the button at once, and pages look again', async () => {
    await start();
    const frame = world.load(page);
    await world.visit(frame);
    await changeSettings((settings) => withPaused(settings, 'gazette.example', true));
    await settled(() => expect([world.badge.get(1), frame.told.includes('frame.refresh')]).toEqual(['II', true]));
    await changeSettings((settings) => withPaused(settings, 'gazette.example', false));
    await settled(() => expect(world.badge.get(1)).toBe('1'));
  });
});

describe('upkeep', () => {
  it('empties the bin after thirty days and not before', async () => {
    const { runUpkeep } = await import('../../../entrypoints/background/upkeep.ts');
    await annotations.create(sample(1));
    await annotations.remove([sample(1).id], '2026-03-01T12:00:00.000Z');
    await runUpkeep(new Date('2026-03-31T11:00:00.000Z'));
    expect(await annotations.countDeleted()).toBe(1);
    await runUpkeep(new Date('2026-03-31T13:00:00.000Z'));
    expect(await annotations.countDeleted()).toBe(0);
  });

  it('makes the day’s backup after a change, which a person and the import can read', async () => {
    const frame = world.load(page);
    await start();
    await world.visit(frame);
    await world.fromOwn('quotation.keep', { tabId: 1, frameId: 0, start: 37, end: 86, exact: page.text.slice(37, 86) });
    await settled(async () => expect(await backups.list()).toMatchObject([{ count: 1 }]));
    const [backup] = await backups.list();
    const text = (await backups.text(backup?.day ?? '')) ?? '';
    expect(text).toContain('We will not sell the harbour to anyone this year.');
    const read = json.read?.(text, new Date().toISOString());
    expect(read?.ok && read.value.annotations.map(({ annotation }) => annotation)).toEqual(await annotations.all());
  });
});
