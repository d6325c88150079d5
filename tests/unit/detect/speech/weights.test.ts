import { describe, expect, it } from 'vitest';
import { en } from '../../../../utils/detect/speech/cues/en.ts';
import { lexiconOf } from '../../../../utils/detect/speech/lexicon.ts';
import { weightTable } from '../../../../utils/detect/speech/model.ts';
import { WEIGHTS } from '../../../../utils/detect/speech/weights.ts';

describe('the table of weights', () => {
  it('is at most 100 kB', () => expect(JSON.stringify(WEIGHTS).length).toBeLessThan(100_000));

  it('holds numbers for some thousand features', () => {
    const table = weightTable();
    expect(table.size).toBeGreaterThan(1000);
    for (const weight of table.values()) expect(Number.isFinite(weight)).toBe(true);
  });

  it('knows no word but those of the cue lists', () => {
    const { tags } = lexiconOf(en);
    const words = [...weightTable().keys()].flatMap(
      (name) => /^(?:word|n (?:word|before|after|before\+strong)) (\p{L}[^ ]*)/u.exec(name)?.[1] ?? [],
    );
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => !tags.has(word) && word !== "it's")).toEqual([]);
  });
});
