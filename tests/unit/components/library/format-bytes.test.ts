import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../components/library/format-bytes.ts';

describe('sizes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [12_345, '12 kB'],
    [3_400_000, '3.4 MB'],
    [10_700_000_000, '10.7 GB'],
    [9e18, '9,000,000 TB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes, 'en')).toBe(text));
  it('are written as the reader writes numbers', () => expect(formatBytes(3_400_000, 'de')).toBe('3,4 MB'));
});
