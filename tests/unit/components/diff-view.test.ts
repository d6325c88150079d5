import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graveChanges, runTogether, shownParts } from '../../../components/drift/diff-view.ts';
import type { DiffPart } from '../../../utils/domain/anchor.ts';

const same = (words: string): DiffPart => ({ kind: null, kept: words, now: words });
const number: DiffPart = { kind: 'number', kept: '40', now: '14' };
const long = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');

describe('the parts of a diff that are shown', () => {
  it('are all of it where it is short', () => {
    const diff = [same('about '), number, same(' ships')];
    expect(shownParts(diff, false)).toEqual(diff.map((part) => ({ ...part, gap: 'none' })));
  });

  it('are what stands around the changes where it is long, cut between words', () => {
    const parts = shownParts([same(`${long} `), number, same(` ${long} `), number, same(` ${long}`)], false);
    expect(parts.map(({ gap }) => gap)).toEqual(['before', 'none', 'within', 'none', 'behind']);
    expect(parts[0]?.now).toMatch(/^word\d+ .* word59 $/);
    expect(parts[2]?.kept).toMatch(/^ word0 /);
    expect(parts[2]?.now).toMatch(/ word59 $/);
    expect(parts[4]?.now).toMatch(/^ word0 .* word\d+ ?$/);
    for (const { kept, now } of parts) expect(Math.max(kept.length, now.length)).toBeLessThan(200);
  });

  it('leave out no change, and nothing where all of it is asked for', () => {
    const part = fc.oneof(fc.constant(number), fc.constantFrom(' ', ' a ', ` ${long} `, '漢'.repeat(400), '😀'.repeat(300)).map(same));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (diff) => {
        expect(shownParts(diff, false).filter(({ kind }) => kind !== null)).toHaveLength(diff.filter(({ kind }) => kind !== null).length);
        expect(shownParts(diff, true).map(({ now }) => now)).toEqual(diff.map(({ now }) => now));
        for (const { kept, now } of shownParts(diff, false)) expect([kept.isWellFormed(), now.isWellFormed()]).toEqual([true, true]);
      }),
    );
  });
});

describe('words of a diff', () => {
  it('run together only where neither side has a gap', () => {
    expect([runTogether('spoke', 'of'), runTogether('spoke ', 'of'), runTogether('spoke', ', of'), runTogether('', 'of')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('are grave where a number, a negation or a name changed', () => {
    const diff = [number, same(' '), { ...number, kind: 'word' }, { ...number, kind: 'negation' }, { ...number, kind: 'name' }];
    expect(graveChanges(diff).map(({ kind }) => kind)).toEqual(['number', 'negation', 'name']);
  });
});
