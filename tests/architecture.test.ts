import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, root, sourceFiles } from './source-files.ts';

/** Area → what it may import at run time (areas, then packages). Types of `domain` may be imported from everywhere. */
const MAY_IMPORT: Record<string, { areas: string[]; packages: string[] }> = {
  'utils/domain': { areas: [], packages: ['zod'] },
  'utils/text': { areas: ['utils/domain'], packages: [] },
  'utils/match': { areas: ['utils/domain', 'utils/text'], packages: ['approx-string-match', 'diff'] },
  'utils/detect': { areas: ['utils/domain', 'utils/text', 'utils/match'], packages: [] },
  'utils/anchor': { areas: ['utils/domain', 'utils/text', 'utils/match'], packages: ['approx-string-match'] },
  'utils/check': { areas: ['utils/domain', 'utils/text', 'utils/match'], packages: [] },
  'utils/claims': { areas: ['utils/domain', 'utils/text', 'utils/match'], packages: ['minisearch'] },
  'utils/exchange': { areas: ['utils/domain'], packages: ['papaparse', 'micromark'] },
  'utils/dom': { areas: ['utils/domain', 'utils/text'], packages: ['@mozilla/readability'] },
  'utils/db': { areas: ['utils/domain', 'utils/text'], packages: ['dexie'] },
  'utils/messaging': { areas: ['utils/domain', 'utils/text'], packages: ['wxt'] },
  'utils/net': { areas: ['utils/domain', 'utils/text'], packages: ['wxt', 'ipaddr.js'] },
  'utils/settings.ts': { areas: ['utils/domain'], packages: ['wxt', '@wxt-dev/storage'] },
  components: {
    areas: ['utils/domain', 'utils/text', 'utils/db', 'utils/exchange', 'utils/net', 'utils/messaging', 'utils/settings.ts', 'public'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'react-markdown',
      'lucide-react',
      'dexie-react-hooks',
      'fflate',
      '@tanstack/react-virtual',
      'wxt',
    ],
  },
};

const areaOf = (path: string): string => {
  const [top, second] = path.split('/');
  return top === 'utils' ? `utils/${second}` : (top ?? '');
};

const sources = sourceFiles('utils', 'components', 'entrypoints', 'cli');

describe('who may import whom', () => {
  for (const [area, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${area} imports only ${[...allowed.areas, ...allowed.packages].join(', ') || 'nothing'}`, () => {
      const forbidden = sources
        .filter((file) => areaOf(file.path) === area)
        .flatMap((file) =>
          file.imports
            .filter((i) => !(i.typeOnly && areaOf(i.target) === 'utils/domain'))
            .filter((i) =>
              i.package ? !allowed.packages.includes(i.target) : areaOf(i.target) !== area && !allowed.areas.includes(areaOf(i.target)),
            )
            .map((i) => `${file.path} → ${i.target}`),
        );
      expect(forbidden).toEqual([]);
    });
  }

  it('every folder of utils has a row in the table', () => {
    const folders = readdirSync(join(root, 'utils')).map((name) => `utils/${name}`);
    expect(folders.filter((f) => !Object.hasOwn(MAY_IMPORT, f) && !f.endsWith('.json'))).toEqual([]);
  });

  it('components send messages and never serve them', () => {
    const forbidden = sources.filter(
      (f) => f.path.startsWith('components/') && f.imports.some((i) => i.target === 'utils/messaging/serve.ts'),
    );
    expect(forbidden.map((f) => f.path)).toEqual([]);
  });

  it('scripts that run in a page import dom and ask; of the domain only types', () => {
    const inPage = sources.filter((f) => /^entrypoints\/(?:page\.content|draw)/.test(f.path));
    expect(inPage.length).toBeGreaterThan(0);
    const allowed = (target: string, typeOnly: boolean) =>
      areaOf(target) === 'utils/dom' ||
      target === 'utils/messaging/ask.ts' ||
      (typeOnly && /^utils\/(?:domain|messaging)\//.test(target)) ||
      /^entrypoints\/(?:page\.content|draw)/.test(target);
    const forbidden = inPage.flatMap((f) =>
      f.imports.filter((i) => (i.package ? i.target !== 'wxt' : !allowed(i.target, i.typeOnly))).map((i) => `${f.path} → ${i.target}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('there is no circle of imports', () => {
    expect(findCycle(sources)).toBeNull();
  });

  it('every relative import names an existing file', () => {
    const missing = sources.flatMap((f) =>
      f.imports.filter((i) => !i.package && !existsSync(join(root, i.target))).map((i) => `${f.path} → ${i.target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('what no file may hold', () => {
  const holding = (pattern: RegExp, except: (path: string) => boolean = () => false) =>
    sources.filter((f) => !except(f.path) && pattern.test(f.text)).map((f) => f.path);

  it('no way to turn a string into markup or code', () => {
    expect(
      holding(/\.(?:innerHTML|outerHTML|insertAdjacentHTML)\b|dangerouslySetInnerHTML|document\.write\(|\beval\(|new Function\(/),
    ).toEqual([]);
  });

  it('the page is asked for the network nowhere but in net', () => {
    expect(holding(/\bfetch\(|XMLHttpRequest|WebSocket\(|EventSource\(|sendBeacon/, (p) => p.startsWith('utils/net/'))).toEqual([]);
  });

  it('permissions are asked for and looked at nowhere but in net', () => {
    expect(holding(/\bbrowser\.permissions\b/, (p) => p.startsWith('utils/net/'))).toEqual([]);
  });

  it('the registry of highlights is shared with the page and never cleared', () => {
    expect(holding(/CSS\.highlights\.clear\(/)).toEqual([]);
  });

  it('files are named for what they hold', () => {
    expect(sources.map((f) => f.path).filter((p) => /\/(?:utils|helpers?|types|common|misc|manager)\.tsx?$/.test(p))).toEqual([]);
  });
});
