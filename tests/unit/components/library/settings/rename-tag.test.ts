import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTagRenamed } from '../../../../../components/library/settings/rename-tag.ts';
import { tagsOf } from '../../../../../utils/domain/annotation.ts';
import { anAnnotation, sketch } from '../sample-annotations.ts';

describe('renaming a tag', () => {
  it('gives it the other name', () => expect(tagsOf(withTagRenamed(sketch({ tags: ['a', 'b'] }), 'a', 'c'))).toEqual(['b', 'c']));
  it('makes two tags one', () => expect(tagsOf(withTagRenamed(sketch({ tags: ['a', 'b'] }), 'a', 'b'))).toEqual(['b']));
  it('can change the case alone', () => expect(tagsOf(withTagRenamed(sketch({ tags: ['tax'] }), 'tax', 'Tax'))).toEqual(['Tax']));
  it('leaves alone what has no such tag', () => {
    const annotation = sketch({ tags: ['b'] });
    expect(withTagRenamed(annotation, 'a', 'c')).toBe(annotation);
  });
  it('keeps tags unique and everything else', () =>
    fc.assert(
      fc.property(
        anAnnotation,
        fc.constantFrom('tax', 'Ärger', 'new'),
        fc.constantFrom('tax', 'to check', 'newer'),
        (annotation, from, to) => {
          const renamed = withTagRenamed(annotation, from, to);
          expect(new Set(tagsOf(renamed)).size).toBe(tagsOf(renamed).length);
          const others = (a: typeof annotation): unknown => a.body.filter((body) => body.purpose !== 'tagging');
          expect(others(renamed)).toEqual(others(annotation));
        },
      ),
    ));
});
