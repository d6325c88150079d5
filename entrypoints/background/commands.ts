import { browser } from 'wxt/browser';
import { tell } from '../../utils/messaging/ask.ts';
import type { FrameRequest } from '../../utils/messaging/protocol.ts';
import { frameRegistry } from './frame-registry.ts';

type Command = FrameRequest<'frame.command'>['command'];
const COMMANDS = ['highlight', 'note', 'claim'] as const satisfies readonly Command[];
const MENU_PREFIX = 'selection-';

const commandOf = (name: string): Command | null => COMMANDS.find((command) => command === name) ?? null;

/** A keyboard command: told to every frame of the tab, since only the frame itself knows whether the reader's selection stands in it. */
export async function runCommand(name: string, tabId: number | undefined): Promise<void> {
  const command = commandOf(name);
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (command === null || id === undefined) return;
  const frameIds = new Set([0, ...Object.keys((await frameRegistry.tab(id))?.frames ?? {}).map(Number)]);
  await Promise.all([...frameIds].map((frameId) => tell(id, frameId, 'frame.command', { command })));
}

/** An item of the selection's menu: the browser says in which frame. */
export async function runMenuItem(itemId: string | number, tabId: number | undefined, frameId: number | undefined): Promise<void> {
  const command = commandOf(String(itemId).replace(MENU_PREFIX, ''));
  if (command !== null && tabId !== undefined) await tell(tabId, frameId ?? 0, 'frame.command', { command });
}

/** The menu is kept by the browser between starts: made anew at install and update only. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const command of COMMANDS) {
    browser.contextMenus.create({
      id: MENU_PREFIX + command,
      title: browser.i18n.getMessage(`menu_${command}`),
      contexts: ['selection'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    });
  }
}
