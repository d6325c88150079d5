import type { Anchor, FoundPlace, LastAnchor } from '../../../utils/domain/anchor.ts';

/** What a visit found of the annotation `sample(1)`; each test changes what it is about. */
export function lastAnchor(changes: Partial<LastAnchor> = {}): LastAnchor {
  return {
    annotationId: '00000000-0000-4000-8000-000000000001',
    status: 'orphaned',
    reason: 'absent',
    seen: '2026-03-01T10:00:00.000Z',
    since: '2026-03-01T10:00:00.000Z',
    same: null,
    url: 'https://gazette.example/story',
    places: [],
    dismissed: null,
    ...changes,
  };
}

export const exact: Anchor = { status: 'exact', span: { start: 0, end: 1 }, similarity: 1, reason: 'position', changes: [] };
export const gone: Anchor = { status: 'orphaned', span: null, similarity: 0, reason: 'absent', changes: [] };
export const changed: Anchor = { ...exact, status: 'changed', reason: 'context', similarity: 0.9 };

/** `words 1` that became `words <now>`. */
export const placeWith = (now: string): FoundPlace => ({
  selector: [{ type: 'TextQuoteSelector', exact: `words ${now}`, prefix: 'before ', suffix: ' after' }],
  paragraph: { text: `before words ${now} after`, start: 7, end: 13 + now.length },
  diff: [
    { kind: null, kept: 'words ', now: 'words ' },
    { kind: 'number', kept: '1', now },
  ],
});
