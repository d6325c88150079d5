import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const manifest = (folder: string) => JSON.parse(readFileSync(join(root, '.output', folder, 'manifest.json'), 'utf8'));

// The reviewed list. A permission more is a decision: change it here, in wxt.config.ts and in the README together.
const PERMISSIONS = ['contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
const HOSTS = ['http://*/*', 'https://*/*'];

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (folder) => {
  const built = manifest(folder);

  it('is version 3', () => expect(built.manifest_version).toBe(3));

  it('asks for the reviewed permissions and no other', () => {
    expect([...built.permissions].sort()).toEqual(folder === 'chrome-mv3' ? [...PERMISSIONS, 'sidePanel'].sort() : PERMISSIONS);
    expect([...built.host_permissions].sort()).toEqual(HOSTS);
    expect(built.optional_permissions ?? []).toEqual([]);
    expect(built.optional_host_permissions ?? []).toEqual([]);
  });

  it('lets no page and no other extension send it messages', () => {
    expect(built.externally_connectable).toBeUndefined();
  });

  it('shows pages one file of its own: the card’s frame', () => {
    const resources = (built.web_accessible_resources as { resources: string[] }[]).flatMap((r) => r.resources);
    expect(resources).toEqual(['card.html']);
  });

  it('keeps the strict content security policy of extensions', () => {
    const policy = JSON.stringify(built.content_security_policy ?? '');
    expect(policy).not.toMatch(/unsafe|https?:/);
  });

  it.runIf(folder === 'firefox-mv3')('can fetch a source at an http: address, which Firefox would ask for at https: unless told', () => {
    expect(built.content_security_policy).toEqual({ extension_pages: "script-src 'self'; object-src 'self'" });
  });

  it('runs one small script in every page, at rest', () => {
    expect(built.content_scripts).toHaveLength(1);
    expect(built.content_scripts[0].js).toEqual(['content-scripts/page.js']);
    expect([...built.content_scripts[0].matches].sort()).toEqual(HOSTS);
    expect(built.content_scripts[0].run_at ?? 'document_idle').toBe('document_idle');
  });

  it('has a name, a popup, icons and remappable commands', () => {
    expect(built.name).toBe('__MSG_extension_name__');
    expect(built.action.default_popup).toBe('popup.html');
    expect(Object.keys(built.icons).sort()).toEqual(['128', '16', '32', '48']);
    expect(Object.keys(built.commands).sort()).toEqual(['claim', 'highlight', 'note']);
  });
});
