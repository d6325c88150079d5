import { browser } from 'wxt/browser';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { FrameRequest } from '../../utils/messaging/protocol.ts';
import { frameRegistry } from './frame-registry.ts';

type Command = FrameRequest<'frame.command'>['command'];
const COMMANDS = ['highlight', 'note', 'claim'] as const satisfies readonly Command[];
const MENU_PREFIX = 'selection-';

const commandOf = (name: string): Command | null => COMMANDS.find((command) => command === name) ?? null;

/**
 * A keyboard command acts in one frame: the one that has the focus, if something is selected there, else the first in which something is.
 * Only the frames themselves know of either.
 */
export async function runCommand(name: string, tabId: number | undefined): Promise<void> {
  const command = commandOf(name);
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (command === null || id === undefined) return;
  const frameIds = [...new Set([0, ...Object.keys((await frameRegistry.tab(id))?.frames ?? {}).map(Number)])];
  const acts = async (frameId: number, focused: boolean): Promise<boolean> => {
    const answer = await askFrame(id, frameId, 'frame.command', { command, focused });
    return answer.ok && answer.value.acted;
  };
  if ((await Promise.all(frameIds.map((frameId) => acts(frameId, true)))).includes(true)) return;
  for (const frameId of frameIds) if (await acts(frameId, false)) return;
}

/** An item of the selection's menu: the browser says in which frame. */
export async function runMenuItem(itemId: string | number, tabId: number | undefined, frameId: number | undefined): Promise<void> {
  const command = commandOf(String(itemId).replace(MENU_PREFIX, ''));
  if (command !== null && tabId !== undefined) await askFrame(tabId, frameId ?? 0, 'frame.command', { command, focused: false });
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
