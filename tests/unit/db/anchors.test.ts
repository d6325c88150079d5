import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { anchors } from '../../../utils/db/anchors.ts';
import { database, openDatabase } from '../../../utils/db/database.ts';
import { type FoundPlace, LastAnchor } from '../../../utils/domain/anchor.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { driftOf, wordsDiffering } from '../../../utils/domain/wording.ts';
import { sample } from './sample.ts';
import { changed, exact, gone, lastAnchor, placeWith } from './sample-anchor.ts';

const [FIRST, SECOND, THIRD] = ['2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'];
const url = 'https://gazette.example/story';
const annotation = sample(1);
const { id } = annotation;

/** A visit that finds `sample(1)` with its words, with `words <now>`, or not at all. */
const visit = (found: 'same' | 'gone' | { now: string }, when: string, of: Annotation = annotation): Promise<boolean> => {
  const places = typeof found === 'object' ? [placeWith(found.now)] : [];
  const anchor = found === 'same' ? exact : found === 'gone' ? gone : changed;
  return anchors.record([{ annotation: of, anchor, places }], url, when);
};
const withWording = (place: FoundPlace): Annotation => ({
  ...annotation,
  target: { ...annotation.target, selector: place.selector },
});

beforeEach(async () => {
  await openDatabase();
  await database.anchors.clear();
});

describe('what visits found', () => {
  it('fits its schema', async () => {
    await visit({ now: '2' }, FIRST);
    expect(LastAnchor.parse(await anchors.get(id))).toEqual(await anchors.get(id));
  });

  it('says since when the words are others, and when they were last the same', async () => {
    await visit('same', FIRST);
    await visit({ now: '2' }, SECOND);
    await visit({ now: '2' }, THIRD);
    expect(await anchors.get(id)).toMatchObject({ status: 'changed', same: FIRST, since: SECOND, seen: THIRD });
  });

  it('counts anew when the words change once more', async () => {
    await visit({ now: '2' }, FIRST);
    await visit({ now: '3' }, SECOND);
    expect(await anchors.get(id)).toMatchObject({ same: null, since: SECOND });
  });

  it('keeps since when a passage is gone', async () => {
    await visit('gone', FIRST);
    await visit('gone', SECOND);
    expect(await anchors.get(id)).toMatchObject({ status: 'orphaned', since: FIRST, seen: SECOND });
    await visit('same', THIRD);
    expect(await anchors.get(id)).toMatchObject({ status: 'exact', since: THIRD, same: THIRD, places: [] });
  });

  it('counts from the wording that was taken over: its words were seen when it was found', async () => {
    await visit('same', FIRST);
    await visit({ now: '2' }, SECOND);
    await visit({ now: '3' }, THIRD, withWording(placeWith('2')));
    expect(await anchors.get(id)).toMatchObject({ same: SECOND, since: THIRD });
  });

  it('lists what is adrift and nothing else', async () => {
    await visit('same', FIRST);
    await anchors.record([{ annotation: sample(2), anchor: gone, places: [] }], url, FIRST);
    await anchors.record([{ annotation: sample(3), anchor: changed, places: [placeWith('2')] }], url, FIRST);
    expect((await anchors.adrift()).map(({ annotationId }) => annotationId).sort()).toEqual([sample(2).id, sample(3).id]);
  });
});

describe('a change that the reader was told of', () => {
  const drift = async (of: Annotation = annotation) => driftOf(await anchors.get(of.id), of);

  it('is told until they keep their own words, and again when the page has others', async () => {
    expect(await drift()).toBeNull();
    await visit({ now: '2' }, FIRST);
    expect(await drift()).toBe('changed');
    expect(await anchors.dismiss(id, 'words 2')).toEqual({ ok: true, value: undefined });
    expect(await drift()).toBeNull();
    await visit({ now: '2' }, SECOND);
    expect(await drift()).toBeNull();
    await visit({ now: '3' }, THIRD);
    expect(await drift()).toBe('changed');
  });

  it('can be told again by undo', async () => {
    await visit({ now: '2' }, FIRST);
    await anchors.dismiss(id, 'words 2');
    await anchors.dismiss(id, null);
    expect(await drift()).toBe('changed');
  });

  it('is no matter any more once its wording was taken over, and again when that is undone', async () => {
    await visit({ now: '2' }, FIRST);
    expect(await drift(withWording(placeWith('2')))).toBeNull();
    expect(await drift()).toBe('changed');
  });

  it('cannot be dismissed where no visit told of one', async () => {
    expect(await anchors.dismiss(id, 'words 2')).toEqual({ ok: false, code: 'no-such-annotation' });
  });

  it('does not hide that the passage is gone', () => {
    expect(driftOf(lastAnchor({ dismissed: '' }), annotation)).toBe('orphaned');
  });
});

describe('how many words differ', () => {
  it.each([
    ['one for one', [{ kind: 'number', kept: '1', now: '2' }], 1],
    ['the longer side', [{ kind: 'added', kept: '', now: 'of the old town' }], 4],
    ['no signs', [{ kind: 'punctuation', kept: ',', now: '' }], 0],
    ['none where all is the same', [{ kind: null, kept: 'a b', now: 'a b' }], 0],
  ])('%s', (_, diff, count) => expect(wordsDiffering(diff)).toBe(count));
});
