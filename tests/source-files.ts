import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

export interface SourceFile {
  /** Path from the project's root, with `/`. */
  path: string;
  text: string;
  imports: SourceImport[];
}
export interface SourceImport {
  /** A project file's path, or a package's name. */
  target: string;
  package: boolean;
  typeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The TypeScript files under the given folders, with what each imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => readSource(`${folder}/${name}`.replaceAll('\\', '/'))),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].flatMap((match): SourceImport[] => {
    const specifier = match[2] ?? match[3] ?? '';
    const typeOnly = match[1] !== undefined;
    if (!specifier.startsWith('.')) {
      const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');
      return [{ target: name, package: true, typeOnly }];
    }
    const target = relative(root, resolve(root, dirname(path), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
    return [{ target, package: false, typeOnly }];
  });
  return { path, text, imports };
}

/** Files that import each other in a circle at run time, as one such circle; null when there is none. */
export function findCycle(files: SourceFile[]): string[] | null {
  const next = new Map(files.map((f) => [f.path, f.imports.filter((i) => !i.typeOnly && !i.package).map((i) => i.target)]));
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (state.get(file) === 'done') return null;
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
    state.set(file, 'open');
    path.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle) return cycle;
    }
    path.pop();
    state.set(file, 'done');
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
