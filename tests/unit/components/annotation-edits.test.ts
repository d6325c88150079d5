import { describe, expect, it } from 'vitest';
import {
  draftClaim,
  tagFrom,
  withClaimAdded,
  withColour,
  withoutClaim,
  withoutTags,
  withTag,
} from '../../../components/annotation-edits.ts';
import { claimsOf, tagsOf } from '../../../utils/domain/annotation.ts';
import { aClaim, anAnnotation, aQuotation, tag } from './an-annotation.ts';

describe('tags', () => {
  it.each([
    ['  un   policy ', 'un policy'],
    ['#migration', 'migration'],
    ['## migration', 'migration'],
    ['   ', null],
    ['#', null],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j is stored as %j', (typed, stored) => expect(tagFrom(typed)).toBe(stored));

  it('one that is there is not added again, whatever its case', () => {
    const tagged = anAnnotation([tag('Ferry')]);
    expect(withTag(tagged, 'ferry')).toBe(tagged);
  });

  it('removing one takes back adding it', () => {
    expect(tagsOf(withoutTags(withTag(anAnnotation([tag('a')]), 'b'), new Set(['b'])))).toEqual(['a']);
  });
});

describe('claims', () => {
  it('a new one has the kept words on one line and the speaker that was found', () => {
    expect(draftClaim(anAnnotation([aQuotation]), 'new')).toMatchObject({
      id: 'new',
      text: 'Nobody will wait for the ferry again',
      author: 'Ana Example',
      date: null,
      assessment: { authenticity: null, veracity: null },
    });
  });

  it('an annotation assesses as long as it has one', () => {
    const assessing = withClaimAdded(anAnnotation(), aClaim);
    expect(assessing.motivation).toBe('assessing');
    expect(withoutClaim(assessing, aClaim.id)).toMatchObject({ motivation: 'highlighting', body: [] });
  });

  it('removing one leaves the others', () => {
    const two = withClaimAdded(withClaimAdded(anAnnotation(), aClaim), { ...aClaim, id: 'claim-2' });
    expect(claimsOf(withoutClaim(two, 'claim-1')).map(({ id }) => id)).toEqual(['claim-2']);
  });
});

it('a colour changes nothing but the colour', () => {
  const before = anAnnotation([aQuotation]);
  expect(withColour(before, 'pink')).toEqual({ ...before, target: { ...before.target, styleClass: 'pink' } });
});
