import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_CUES } from '../../../../utils/detect/speech/cues/all-cues.ts';
import { lexiconFor, lexiconOf } from '../../../../utils/detect/speech/lexicon.ts';

const folder = new URL('../../../../utils/detect/speech/cues/', import.meta.url);
const files = readdirSync(folder).filter((name) => !/^(?:all-cues|cue-language)\.ts$/.test(name));

describe('the cues of the languages', () => {
  it.each(files)('%s is registered under its own tag', async (file) => {
    const exported = Object.values(await import(new URL(file, folder).href));
    expect(exported).toHaveLength(1);
    expect(ALL_CUES).toContain(exported[0]);
    expect(exported[0]).toMatchObject({ language: file.replace('.ts', '') });
  });

  it.each(ALL_CUES.map((cues) => [cues.language, cues] as const))('%s holds lower-case words', (_, cues) => {
    const lists = Object.values(cues).filter((value) => typeof value === 'string');
    for (const words of lists) expect(words).toBe(words.toLowerCase());
  });

  it.each(ALL_CUES.map((cues) => [cues.language, cues] as const))('%s takes its verbs of saying for cues', (_, cues) => {
    const { tags } = lexiconOf(cues);
    const cueTags = cues.say.split(' ').filter((word) => tags.get(word) === 'S');
    expect(cueTags.length).toBeGreaterThan(cues.say.split(' ').length * 0.9);
  });
});

describe('the language of a page', () => {
  it('is the declared one', () => expect(lexiconFor('de-AT', 'Der Zug hält heute nicht.').cues.language).toBe('de'));
  it('is what its words show when none is declared', () =>
    expect(lexiconFor(null, 'Le train ne passe pas par la ville et il est en retard depuis hier.').cues.language).toBe('fr'));
  it('is what its words show when another is declared', () =>
    expect(lexiconFor('en', 'El tren no pasa por la ciudad y los viajeros están en la calle desde ayer por la tarde.').cues.language).toBe(
      'es',
    ));
});
