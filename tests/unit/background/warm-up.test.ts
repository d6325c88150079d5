import { expect, it } from 'vitest';
import { warmUp } from '../../../entrypoints/background/warm-up.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { PageText } from '../../../utils/domain/page-text.ts';

/** Tasks run in the order in which they were asked for. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

it('a fresh worker detects once on a page of its own, later and never again, and what it detects is of every kind and has speakers and sources', async () => {
  const seen: PageText[] = [];
  const detect = (page: PageText): void => void seen.push(page);
  warmUp(detect);
  warmUp(detect);
  await Promise.resolve();
  expect(seen).toHaveLength(0);
  await nextTask();
  warmUp(detect);
  await nextTask();
  expect(seen).toHaveLength(1);
  const quotations = detectQuotations(PageText.parse(seen[0]));
  expect(new Set(quotations.map(({ kind }) => kind))).toEqual(new Set(['block', 'inline', 'list-item']));
  expect(quotations.some(({ speaker }) => speaker !== null)).toBe(true);
  expect(quotations.some(({ source }) => source?.url != null)).toBe(true);
});
