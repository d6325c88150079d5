// Rows of a list, a table, a timeline, a scoreboard, questions, comments that differ by a number, a date, a name or a word: is a row found
// again after its list has changed, and is another row ever taken for it? Makes pages of its own.
// node tests/eval/series.ts [--seed N] [--lists N] [--misses N] [--json]
import { parseArgs } from 'node:util';
import { describeIn } from '../../utils/anchor/describe.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { resolve } from '../../utils/anchor/resolve.ts';
import type { TextSpan } from '../../utils/domain/page-text.ts';
import { chance, type Random, SERIES, type Series } from './series-pages.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '5' },
    /** Lists of each kind. */
    lists: { type: 'string', default: '6' },
    misses: { type: 'string', default: '0' },
    /** One line with the counts. */
    json: { type: 'boolean', default: false },
  },
});

/** A row of a changed list: its words, and the number that the row had in the list before; null for a new one. */
interface Row {
  text: string;
  was: number | null;
}
/** `there`: the row stands in the changed list, with its words or other ones; `gone`: it does not. */
type Expected = 'same' | 'changed' | 'gone';

/** What happens to a list; `own` is the row that was marked. */
interface Change {
  name: string;
  expected: Expected;
  make(rows: Row[], own: number, series: Series, random: Random): Row[];
}

const CHANGES: Change[] = [
  { name: 'own row gone', expected: 'gone', make: (rows, own) => rows.filter((_, i) => i !== own) },
  { name: 'own and next gone', expected: 'gone', make: (rows, own) => rows.filter((_, i) => i !== own && i !== own + 1) },
  { name: 'scrolled just past', expected: 'gone', make: (rows, own) => rows.slice(own + 1) },
  { name: 'scrolled, not there yet', expected: 'gone', make: (rows, own) => rows.slice(0, own) },
  { name: 'other rows all', expected: 'gone', make: (rows, _, series, random) => freshRows(rows.length, rows.length, series, random) },
  { name: 'only one other left', expected: 'gone', make: (rows, own) => [rows[own === 0 ? 1 : own - 1] as Row] },
  {
    name: 'gone, rest in new order',
    expected: 'gone',
    make: (rows, own, _, random) => random.shuffle(rows.filter((_, i) => i !== own)),
  },
  {
    name: 'row put in before',
    expected: 'same',
    make: (rows, _, series, random) => [...freshRows(1, rows.length, series, random), ...rows],
  },
  {
    name: 'moved to the end',
    expected: 'same',
    make: (rows, own) => [...rows.filter((_, i) => i !== own), rows[own] as Row],
  },
  { name: 'new order', expected: 'same', make: (rows, _own, _series, random) => random.shuffle(rows) },
  {
    name: 'neighbours gone',
    expected: 'same',
    make: (rows, own) => rows.filter((_, i) => i === own || Math.abs(i - own) > 2),
  },
  {
    name: 'a word changed',
    expected: 'changed',
    make: (rows, own, series) => edit(rows, own, (text) => text.replace(series.word[0], series.word[1])),
  },
  {
    name: 'a value changed',
    expected: 'changed',
    make: (rows, own, series, random) => edit(rows, own, () => series.row(own, random, series.keyOf(rows[own]?.text ?? ''))),
  },
  {
    name: 'a value and a row above',
    expected: 'changed',
    make: (rows, own, series, random) => [
      ...freshRows(1, rows.length, series, random),
      ...edit(rows, own, () => series.row(own, random, series.keyOf(rows[own]?.text ?? ''))),
    ],
  },
];

function freshRows(count: number, from: number, series: Series, random: Random): Row[] {
  return Array.from({ length: count }, (_, i) => ({ text: series.row(from + i, random), was: null }));
}

const edit = (rows: Row[], own: number, change: (text: string) => string): Row[] =>
  rows.map((row, i) => (i === own ? { text: change(row.text), was: row.was } : row));

interface Part {
  name: string;
  /** Where in a row. */
  of(row: string, random: Random): TextSpan;
}
const PARTS: Part[] = [
  { name: 'row', of: (row) => ({ start: 0, end: row.length }) },
  { name: 'first half', of: (row) => ({ start: 0, end: wordEnd(row, row.length / 2) }) },
  { name: 'second half', of: (row) => ({ start: wordEnd(row, row.length / 2) + 1, end: row.length }) },
  {
    name: 'some words',
    of: (row, random) => {
      const start = wordEnd(row, random.below(row.length * 0.6)) + 1;
      return { start, end: wordEnd(row, Math.min(row.length, start + 12 + random.below(20))) };
    },
  },
];
function wordEnd(row: string, at: number): number {
  const space = row.indexOf(' ', at);
  return space < 0 ? row.length : space;
}

interface Page {
  text: string;
  starts: number[];
}
function pageOf(series: Series, rows: Row[]): Page {
  const starts: number[] = [];
  let text = series.before;
  for (const row of rows) {
    starts.push(text.length);
    text += row.text + series.between;
  }
  return { text: text + series.after, starts };
}

interface Count {
  n: number;
  right: number;
  /** Said to be ambiguous, and the row, where it is there, is among the candidates. */
  offered: number;
  lost: number;
  /** Another row was taken for it, with its words or others. */
  wrong: number;
  /** Its words differ, and it was called exact or moved. */
  silent: number;
}
const counts = new Map<string, Count>();
const countOf = (name: string): Count => {
  const count = counts.get(name) ?? { n: 0, right: 0, offered: 0, lost: 0, wrong: 0, silent: 0 };
  counts.set(name, count);
  return count;
};
let shown = 0;

function judge(series: Series, rows: Row[], own: number, part: Part, change: Change, random: Random): void {
  const before = pageOf(series, rows);
  const index = createPageIndex(before);
  const row = rows[own]?.text ?? '';
  const { start, end } = part.of(row, random);
  const at = before.starts[own] ?? 0;
  const exact = row.slice(start, end);
  const changedRows = change.make(rows, own, series, random);
  const place = changedRows.findIndex(({ was }) => was === own);
  const after = pageOf(series, changedRows);
  // The edit may lie in another part of the row, or a value may have come out as it was.
  const now = changedRows[place]?.text;
  const expected = change.expected === 'changed' && now?.includes(exact) ? 'same' : change.expected;
  const anchor = resolve(createPageIndex(after), describeIn(index, { start: at + start, end: at + end }));
  const ownStart = after.starts[place] ?? -1;
  const isOwn = (span: TextSpan): boolean =>
    place >= 0 && span.start >= ownStart - 1 && span.end <= ownStart + (now?.length ?? 0) + series.between.length;
  const said = verdict(anchor.span, anchor.candidates ?? [], expected, isOwn);
  const silent = anchor.span !== null && said === 'right' && expected === 'changed' && anchor.status !== 'changed';
  for (const name of [change.name, `${series.name} (${series.kind})`, `part: ${part.name}`, 'all']) {
    const count = countOf(name);
    count.n++;
    count[said]++;
    if (silent) count.silent++;
  }
  if ((said === 'wrong' || silent || (said === 'lost' && values.misses.endsWith('+'))) && shown++ < Number.parseInt(values.misses, 10)) {
    const there = anchor.span === null ? '' : after.text.slice(Math.max(0, anchor.span.start - 20), anchor.span.end + 20);
    console.log(
      `${said} ${change.name} | ${series.name} | ${part.name}\n   «${exact}» in «${row}»\n   ${anchor.status} ${anchor.reason}: «${there.replaceAll('\n', '⏎')}»`,
    );
  }
}

function verdict(
  span: TextSpan | null,
  candidates: TextSpan[],
  expected: Expected,
  isOwn: (span: TextSpan) => boolean,
): 'right' | 'offered' | 'lost' | 'wrong' {
  if (span !== null) return expected !== 'gone' && isOwn(span) ? 'right' : 'wrong';
  if (expected === 'gone') return 'right';
  return candidates.some(isOwn) ? 'offered' : 'lost';
}

const seed = Number(values.seed);
for (const series of SERIES) {
  for (let list = 0; list < Number(values.lists); list++) {
    const random = chance(seed * 1009 + list * 31 + SERIES.indexOf(series));
    const rows = Array.from({ length: 8 + random.below(40) }, (_, i): Row => ({ text: series.row(i, random), was: i }));
    for (const change of CHANGES) {
      for (const part of PARTS) {
        const own = random.below(rows.length);
        judge(series, rows, own, part, change, random);
      }
    }
  }
}

if (values.json) console.log(JSON.stringify(Object.fromEntries(counts)));
else {
  const percent = (n: number, of: number): string => ((100 * n) / of).toFixed(1).padStart(8);
  console.log(`${'in %'.padEnd(34)}${['n', 'right', 'offered', 'lost', 'wrong', 'silent'].map((head) => head.padStart(8)).join('')}`);
  for (const [name, { n, right, offered, lost, wrong, silent }] of counts)
    console.log(name.padEnd(34) + String(n).padStart(8) + [right, offered, lost, wrong, silent].map((one) => percent(one, n)).join(''));
}
