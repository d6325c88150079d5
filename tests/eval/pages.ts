// Is a page known again under its other addresses, and never taken for another? Scores `pageKey` and `trustedCanonical` on the
// labelled pairs of tests/unit/text/page-pairs.ts.
// node tests/eval/pages.ts [--misses]
import { parseArgs } from 'node:util';
import { PAGE_PAIRS } from '../unit/text/page-pairs.ts';
import { scorePairs } from '../unit/text/score-pairs.ts';

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } }, strict: false });

const { right, wrongSame, wrongDifferent, groups } = scorePairs(PAGE_PAIRS);
const count = PAGE_PAIRS.length;
console.log(
  `pages: ${right} of ${count} pairs of addresses right (${((100 * right) / count).toFixed(1)} %), ` +
    `wrong "same" ${wrongSame.length}, wrong "different" ${wrongDifferent.length}`,
);
if (values.misses) {
  for (const [group, [ok, all]] of groups) console.log(`  ${group}: ${ok}/${all}`);
  for (const [kind, list] of [
    ['same', wrongSame],
    ['different', wrongDifferent],
  ] as const) {
    for (const { a, b, group } of list) console.log(`  wrong "${kind}" (${group}): ${JSON.stringify(a)} — ${JSON.stringify(b)}`);
  }
}
