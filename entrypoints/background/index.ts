import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serve, serveFollowing } from '../../utils/messaging/serve.ts';
import { watchSettings } from '../../utils/settings.ts';
import { createMenus, runCommand, runMenuItem } from './commands.ts';
import { followAnnotation } from './editing.ts';
import { handlers } from './handlers.ts';
import { isInTop } from './is-in-top.ts';
import { applySettings, forgetTab, leavePage } from './tabs.ts';
import { runUpkeep } from './upkeep.ts';
import { forgetWoken } from './wake.ts';

export default defineBackground({ type: 'module', main: start });

/** Registers every listener before this turn of the event loop ends: an event that wakes a worker is lost otherwise. Nothing is opened at install. */
export function start(): void {
  void closeStorageToPages();
  serve(handlers, isInTop);
  serveFollowing(followAnnotation);
  browser.runtime.onInstalled.addListener(() => void createMenus());
  browser.runtime.onStartup.addListener(() => void runUpkeep());
  browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab?.id));
  browser.contextMenus.onClicked.addListener((item, tab) => void runMenuItem(item.menuItemId, tab?.id, item.frameId));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === 'loading') forgetWoken(tabId);
    // A page of the browser has a URL that we are not told.
    const url = change.url ?? (change.status === 'complete' && tab.url === undefined ? '' : undefined);
    if (url !== undefined) void leavePage(tabId, url);
  });
  watchSettings((settings) => void applySettings(settings), new AbortController().signal); // for as long as the worker lives
}

/** Chromium lets content scripts read and write `storage.local` unless told otherwise: the settings are ours alone. Firefox has no such call. */
const closeStorageToPages = async (): Promise<void> => browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
