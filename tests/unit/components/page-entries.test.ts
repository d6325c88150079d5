import { describe, expect, it } from 'vitest';
import { bySource, pageEntries } from '../../../components/page-entries.ts';
import type { Quotation } from '../../../utils/domain/quotation.ts';
import type { ShownQuotation, TabView } from '../../../utils/messaging/protocol.ts';
import { anAnnotation } from './an-annotation.ts';

const quotation = (start: number, source: string | null): Quotation => ({
  kind: 'inline',
  region: 'article',
  text: 'words',
  start,
  end: start + 5,
  within: null,
  why: { speaker: null, source: null },
  speaker: null,
  mention: null,
  cue: null,
  source: source === null ? null : { name: source, url: null, title: null },
  rule: 'x',
  confidence: 1,
});
const shown = (index: number, start: number, rest: Partial<ShownQuotation> = {}, source: string | null = null): ShownQuotation => ({
  frameId: 0,
  index,
  quotation: quotation(start, source),
  keptAs: null,
  ...rest,
});
const view = (change: Partial<TabView>): TabView => ({
  url: 'https://harbour-post.example/ferry',
  title: '',
  host: 'harbour-post.example',
  state: 'ready',
  quotations: [],
  highlights: [],
  corrections: [],
  truncated: false,
  ...change,
});
const highlight = (id: string, start: number | null, frameId = 0): TabView['highlights'][number] => ({
  id,
  frameId,
  colour: 'yellow',
  status: start === null ? 'orphaned' : 'exact',
  span: start === null ? null : { start, end: start + 5 },
});
const named = (id: string) => anAnnotation([], { id });

describe('the entries of a page', () => {
  it('come in page order, quotations and annotations mixed, frame by frame', () => {
    const page = view({
      quotations: [shown(0, 50), shown(1, 10), shown(0, 5, { frameId: 7 })],
      highlights: [highlight('a', 30), highlight('b', 1, 7)],
    });
    const { entries } = pageEntries(page, [named('a'), named('b')]);
    expect(entries.map(({ frameId, start }) => [frameId, start])).toEqual([
      [0, 10],
      [0, 30],
      [0, 50],
      [7, 1],
      [7, 5],
    ]);
  });

  it('a kept quotation and its annotation are one entry', () => {
    const page = view({ quotations: [shown(0, 10, { keptAs: 'a' })], highlights: [highlight('a', 10)] });
    const { entries, orphans } = pageEntries(page, [named('a')]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ annotation: { id: 'a' }, status: 'exact', shown: { index: 0 } });
    expect(orphans).toEqual([]);
  });

  it('an annotation without a place is an orphan, not an entry', () => {
    const { entries, orphans } = pageEntries(view({ highlights: [highlight('a', null)] }), [named('a')]);
    expect([entries, orphans.map(({ annotation, frameId }) => [annotation.id, frameId])]).toEqual([[], [['a', 0]]]);
  });

  it('what the page was not asked for yet is neither, and what was deleted meanwhile is not shown', () => {
    const { entries, orphans } = pageEntries(view({ highlights: [highlight('gone', 5)] }), [named('new')]);
    expect([entries, orphans]).toEqual([[], []]);
  });
});

describe('quotations by source', () => {
  it('group by name in the order of first appearance, those without one last', () => {
    const groups = bySource([shown(0, 0), shown(1, 1, {}, 'B'), shown(2, 2, {}, 'A'), shown(3, 3, {}, 'B')]);
    expect(groups.map(({ name, shown }) => [name, shown.length])).toEqual([
      ['B', 2],
      ['A', 1],
      [null, 1],
    ]);
  });

  it('a name that an object has by birth is a name like others', () => {
    expect(bySource([shown(0, 0, {}, 'constructor'), shown(1, 1, {}, '__proto__')]).map(({ name }) => name)).toEqual([
      'constructor',
      '__proto__',
    ]);
  });
});
