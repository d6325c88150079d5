import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allRules } from '../../../utils/detect/all-rules.ts';
import { inlineSourceRules, setOffSourceRules } from '../../../utils/detect/source/all-source-rules.ts';

const folder = join(import.meta.dirname, '../../../utils/detect');
const spec = readFileSync(join(folder, 'SPEC.md'), 'utf8');
const sources = (name: string): string[] => readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'utf8'));

it('registers every detection rule of the folder', () => {
  const ids = sources('rules').flatMap((text) => [...text.matchAll(/: DetectionRule = \{\s*id: '([\w-]+)'/g)].map((m) => m[1]));
  expect(ids.sort()).toEqual(allRules.map((rule) => rule.id).sort());
});

it('registers every source rule of the folder', () => {
  const ids = sources('source').flatMap((text) => [...text.matchAll(/: SourceRule = \{\s*id: '([\w-]+)'/g)].map((m) => m[1]));
  const registered = new Set([...setOffSourceRules, ...inlineSourceRules].map((rule) => rule.id));
  expect(ids.sort()).toEqual([...registered].sort());
});

it('says in the specification what each rule does', () => {
  const ids = [...allRules, ...setOffSourceRules, ...inlineSourceRules].map((rule) => rule.id);
  expect(ids.filter((id) => !spec.includes(`\`${id}\``))).toEqual([]);
});
