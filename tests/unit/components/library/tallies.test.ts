import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, claimKey, claimsQueue } from '../../../../components/library/claims-queue.ts';
import { libraryRow } from '../../../../components/library/library-row.ts';
import { sourceTallies, speakerTallies } from '../../../../components/library/tallies.ts';
import type { Claim } from '../../../../utils/domain/annotation.ts';
import { anAnnotation, sketch } from './sample-annotations.ts';

const rows = fc.array(
  anAnnotation.map((a) => libraryRow(a, null)),
  { maxLength: 20 },
);

describe('claims', () => {
  it('each claim stands in exactly one state', () =>
    fc.assert(
      fc.property(rows, (all) => {
        const queue = claimsQueue(all);
        expect(CLAIM_STATES.reduce((sum, state) => sum + queue[state].length, 0)).toBe(all.reduce((sum, r) => sum + r.claims.length, 0));
      }),
    ));
  it('open until something is judged, judged when both questions are', () => {
    const row = libraryRow(
      sketch({ claims: [{ text: 'a' }, { text: 'b', veracity: 'false' }, { text: 'c', veracity: 'true', authenticity: 'verbatim' }] }),
      null,
    );
    const queue = claimsQueue([row]);
    expect(CLAIM_STATES.map((state) => queue[state].map(({ claim }) => claim.text))).toEqual([['a'], ['b'], ['c']]);
  });
  it('a claim that is held stays where it was while it is judged', () => {
    const row = libraryRow(sketch({ claims: [{ text: 'b', veracity: 'false' }] }), null);
    const held = new Map([[claimKey(row, row.claims[0] as Claim), 'open' as const]]); // the one claim of the sketch
    expect(claimsQueue([row], held).open).toHaveLength(1);
    expect(claimsQueue([row]).started).toHaveLength(1);
  });
});

describe('speakers and sources', () => {
  it('words taken from “this page” are from its site, as are those without a source', () => {
    const all = ['this page', null, 'Reuters'].map((source) => libraryRow(sketch({ source, site: 'The Quay Ledger' }), null));
    expect(all.map((row) => row.source)).toEqual(['The Quay Ledger', 'The Quay Ledger', 'Reuters']);
  });
  it('every annotation with a name is counted once', () =>
    fc.assert(
      fc.property(rows, (all) => {
        expect(speakerTallies(all).reduce((sum, t) => sum + t.annotations, 0)).toBe(all.filter((r) => r.speaker).length);
        expect(sourceTallies(all).reduce((sum, t) => sum + t.annotations, 0)).toBe(all.length);
      }),
    ));
  it('says on how many pages and from how many sources somebody is quoted, and what is open', () => {
    const all = [
      { speaker: 'Ana', source: 'UN', url: 'https://a.example/1', claims: [{ text: 'x' }] },
      { speaker: 'Ana', source: 'EU', url: 'https://a.example/2', created: '2026-06-01T00:00:00.000Z' },
    ].map((s) => libraryRow(sketch(s), null));
    const latest = '2026-06-01T00:00:00.000Z';
    expect(speakerTallies(all)).toEqual([{ name: 'Ana', annotations: 2, claims: 1, open: 1, pages: 2, others: 2, latest }]);
  });
});
