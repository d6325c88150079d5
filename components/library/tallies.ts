import { stateOf } from './claims-queue.ts';
import { compareNames } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';

/** What is kept of one speaker or one source. `latest`: ISO time of the newest annotation. */
export type Tally = { name: string; annotations: number; claims: number; open: number; pages: number; others: number; latest: string };

type Growing = Tally & { urls: Set<string>; with: Set<string> };

function tally(rows: readonly LibraryRow[], nameOf: (row: LibraryRow) => string, otherOf: (row: LibraryRow) => string): Tally[] {
  const byName = new Map<string, Growing>();
  for (const row of rows) {
    const name = nameOf(row);
    if (!name) continue;
    const at = byName.get(name) ?? {
      ...{ name, annotations: 0, claims: 0, open: 0, pages: 0, others: 0, latest: '' },
      urls: new Set<string>(),
      with: new Set<string>(),
    };
    at.annotations += 1;
    at.claims += row.claims.length;
    at.open += row.claims.filter((claim) => stateOf(claim) !== 'judged').length;
    at.urls.add(row.annotation.target.source);
    if (otherOf(row)) at.with.add(otherOf(row));
    if (row.annotation.created > at.latest) at.latest = row.annotation.created;
    byName.set(name, at);
  }
  return [...byName.values()]
    .map(({ urls, with: others, ...rest }) => ({ ...rest, pages: urls.size, others: others.size }))
    .sort((a, b) => b.annotations - a.annotations || compareNames(a.name, b.name));
}

/** Speakers, most kept first; `others` counts the sources their words come from. */
export const speakerTallies = (rows: readonly LibraryRow[]): Tally[] =>
  tally(
    rows,
    (r) => r.speaker,
    (r) => r.source,
  );
/** Sources, most kept first; `others` counts the speakers they quote. */
export const sourceTallies = (rows: readonly LibraryRow[]): Tally[] =>
  tally(
    rows,
    (r) => r.source,
    (r) => r.speaker,
  );
