import { browser } from 'wxt/browser';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { FrameRequest } from '../../utils/messaging/protocol.ts';
import { frameRegistry } from './frame-registry.ts';

type Command = FrameRequest<'frame.command'>['command'];
const COMMANDS = ['highlight', 'note', 'claim'] as const satisfies readonly Command[];
const MENU_PREFIX = 'selection-';

const commandOf = (name: string): Command | null => COMMANDS.find((command) => command === name) ?? null;

/** A keyboard command of the browser. */
export async function runCommand(name: string, tabId: number | undefined): Promise<void> {
  const command = commandOf(name);
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (command !== null && id !== undefined) await actOnSelection(id, { command });
}

/**
 * A command acts in one frame of a tab: the one that has the focus, if something is selected there, else the first in which something is.
 * Only the frames themselves know of either. False when nothing is selected; else it has been done by then, or has failed.
 */
export async function actOnSelection(tabId: number, request: Omit<FrameRequest<'frame.command'>, 'focused'>): Promise<boolean> {
  const frameIds = [...new Set([0, ...Object.keys((await frameRegistry.tab(tabId))?.frames ?? {}).map(Number)])];
  const acts = async (frameId: number, focused: boolean): Promise<boolean> => {
    const answer = await askFrame(tabId, frameId, 'frame.command', { ...request, focused });
    return answer.ok && answer.value.acted;
  };
  if ((await Promise.all(frameIds.map((frameId) => acts(frameId, true)))).includes(true)) return true;
  for (const frameId of frameIds) if (await acts(frameId, false)) return true;
  return false;
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
