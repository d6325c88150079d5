import { describe, expect, it } from 'vitest';
import { Annotation } from '../../../utils/domain/annotation.ts';
import { withWording, withWordingBack } from '../../../utils/domain/wording.ts';
import { note, sample } from '../db/sample.ts';
import { placeWith } from '../db/sample-anchor.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const annotation = sample(1, { body: [note('Look at the date.')] });
const place = placeWith('2');

describe('another wording', () => {
  it('takes the place of the one that is kept, which stays in the history', () => {
    const after = withWording(annotation, place, NOW);
    expect(Annotation.parse(after)).toEqual(after);
    expect(after).toEqual({
      ...annotation,
      target: {
        ...annotation.target,
        selector: place.selector,
        paragraph: place.paragraph,
        history: [{ selector: annotation.target.selector, until: NOW }],
      },
    });
  });

  it('joins those that are there already, oldest first, each with its paragraph', () => {
    const twice = withWording(withWording(annotation, place, NOW), placeWith('3'), '2026-04-01T10:00:00.000Z');
    expect(twice.target.history).toEqual([
      { selector: annotation.target.selector, until: NOW },
      { selector: place.selector, paragraph: place.paragraph, until: '2026-04-01T10:00:00.000Z' },
    ]);
  });

  it('is none where the passage stands there already: the history gets no line', () => {
    const after = withWording(annotation, place, NOW);
    expect(withWording(after, place, '2026-04-01T10:00:00.000Z')).toBe(after);
    const { source, title, site } = after.target;
    expect(withWording(after, place, '2026-04-01T10:00:00.000Z', { source, title, site })).toBe(after);
  });

  it('in another document says where the earlier one stood', () => {
    const moved = sample(1, { source: 'https://gazette.example/story', canonical: 'https://gazette.example/s' });
    const document = { source: 'https://herald.example/story', title: 'The same', site: 'The Herald' };
    const { target } = withWording(moved, place, NOW, document);
    expect(target).toMatchObject(document);
    expect(target).not.toHaveProperty('canonical');
    expect(target.history).toEqual([{ selector: moved.target.selector, source: 'https://gazette.example/story', until: NOW }]);
  });

  it('can be taken back, with a colour that was chosen meanwhile', () => {
    const after = withWording(annotation, place, NOW);
    const coloured: Annotation = { ...after, target: { ...after.target, styleClass: 'blue' } };
    expect(withWordingBack(coloured, place.selector, annotation.target)).toEqual({
      ...annotation,
      target: { ...annotation.target, styleClass: 'blue' },
    });
  });

  it('is not taken back once there is a further one', () => {
    const further = withWording(withWording(annotation, place, NOW), placeWith('3'), NOW);
    expect(withWordingBack(further, place.selector, annotation.target)).toBe(further);
  });
});
