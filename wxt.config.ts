import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'wxt';

/** By these pdf.js reads the text of PDFs in Chinese, Japanese and Korean. */
const CHARACTER_MAPS = join(import.meta.dirname, 'node_modules/pdfjs-dist/cmaps');

const PAGE = resolve(import.meta.dirname, 'entrypoints/page.content');

/**
 * The script in every page without what WXT puts around a content script: it is an eighth of it, and ends it on an event that every page can
 * forge who knows the extension's id. The lifetime of ours is in `open-page.ts`.
 */
const bareContentScript = {
  name: 'saidso:bare-content-script',
  transform: (_: string, id: string) =>
    id.includes('virtual:wxt-content-script-isolated-world-entrypoint')
      ? `import '${PAGE}/index.ts'; import { openPage } from '${PAGE}/open-page.ts'; openPage();`
      : null,
};

/** The only place permissions are written; `tests/manifest.test.ts` holds the reviewed list. */
export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const name of readdirSync(CHARACTER_MAPS))
        files.push({ absoluteSrc: join(CHARACTER_MAPS, name), relativeDest: `cmaps/${name}` });
    },
  },
  zip: {
    // What reviewers rebuild from. WXT leaves out tests (they stay in the repository) and, unless named, folders with a dot: the
    // two commands of the README live in one.
    includeSources: ['**/*', '.ci/*', '.gitignore'],
    excludeSources: ['coverage/**', 'test-results/**', 'playwright-report/**', '.ci/pictures/**'],
  },
  vite: () => ({ plugins: [bareContentScript] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // storage, unlimitedStorage: the reader's annotations and settings. scripting: the drawing script, loaded only where there is
    // something to draw. contextMenus: "Highlight" in the menu of a selection. sidePanel: the panel (Firefox: sidebar_action).
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: ['http://*/*', 'https://*/*'],
    web_accessible_resources: [
      { resources: ['card.html'], matches: ['http://*/*', 'https://*/*'], ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) },
    ],
    // The library holds the settings. A fragment is allowed: both browsers resolve the page as a URL of the extension.
    options_ui: { page: 'library.html#settings', open_in_tab: true },
    commands: {
      highlight: { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_command_highlight__' },
      note: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_note__' },
      claim: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_claim__' },
    },
    ...(browser === 'firefox'
      ? {
          // Firefox's own policy, less its `upgrade-insecure-requests`: by that no source at an http: address could be fetched.
          content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
          browser_specific_settings: {
            gecko: { id: 'saidso@saidso.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
