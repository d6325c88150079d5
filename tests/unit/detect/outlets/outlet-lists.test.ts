import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allOutlets, fold } from '../../../../utils/detect/outlets/name-index.ts';
import { outletLists } from '../../../../utils/detect/outlets/outlet-lists.ts';

const folder = new URL('../../../../utils/detect/outlets/lists/', import.meta.url);
const files = readdirSync(folder);
const twice = (values: string[]) => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))].sort();

describe('the lists of outlets', () => {
  it.each(files)('%s is registered and holds outlets of one kind', async (file) => {
    const lists = Object.values(await import(new URL(file, folder).href));
    expect(lists).toHaveLength(1);
    expect(outletLists).toContain(lists[0]);
    const kinds = new Set(
      allOutlets.filter((outlet) => outletLists.find((list) => list === lists[0])?.includes(outlet)).map((o) => o.kind),
    );
    expect(kinds.size).toBe(1);
  });

  it('registers no list twice', () => expect(new Set(outletLists).size).toBe(files.length));

  it('gives each outlet an id, each domain and each abbreviation to one outlet only', () => {
    expect(twice(allOutlets.map((outlet) => outlet.id))).toEqual([]);
    expect(twice(allOutlets.flatMap((outlet) => outlet.domains))).toEqual([]);
    expect(twice(allOutlets.flatMap((outlet) => outlet.abbreviations))).toEqual([]);
  });

  it('shares a name only where the world does', () => {
    const names = allOutlets.flatMap((outlet) => [...new Set([outlet.name, ...outlet.names].map(fold))]);
    expect(twice(names)).toEqual([
      'abc',
      'el comercio',
      'el universal',
      'house of commons',
      'la nacion',
      'publico',
      'the daily star',
      'the national',
      'the times',
    ]);
  });

  it('holds well-formed outlets', () => {
    const isTidy = (text: string) => text !== '' && text === text.trim().normalize('NFC');
    const isHost = (host: string) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host) && !/^(?:www|m|amp)\./.test(host);
    const problems = allOutlets.flatMap(({ id, name, names, abbreviations, domains, common }) => [
      ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? [] : [`${id}: id`]),
      ...[name, ...names, ...abbreviations].filter((text) => !isTidy(text)).map((text) => `${id}: “${text}” is not tidy`),
      ...domains.filter((host) => !isHost(host)).map((host) => `${id}: ${host}`),
      ...twice([name, ...names]).map((text) => `${id}: “${text}” twice`),
      ...common.filter((text) => text !== name && !names.includes(text)).map((text) => `${id}: “${text}” is common, but no name`),
    ]);
    expect(problems).toEqual([]);
  });

  it('is sorted by id within each file, so that two people add lines without a conflict', () => {
    for (const list of outletLists) {
      const ids = list.map((outlet) => outlet.id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it('keeps the lists free of code', () => {
    for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/=>|function|new |RegExp/);
  });
});
