import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckAddress, checkUrl, readCheckAddress } from '../../../utils/messaging/check-address.ts';

const read = (address: CheckAddress) => readCheckAddress(new URL(checkUrl(address), 'https://extension.example').hash);

describe('the address of a check', () => {
  it('comes back as it was written, whatever the words', () => {
    const whole = fc.nat(2 ** 31);
    const address = fc.oneof(
      fc.record({ kind: fc.constant('annotation' as const), id: fc.uuid() }),
      fc.record({ kind: fc.constant('annotation' as const), id: fc.uuid(), tabId: whole }),
      fc.record({
        kind: fc.constant('quotation' as const),
        tabId: whole,
        frameId: whole,
        place: fc.record({ start: whole, end: whole, exact: fc.string({ unit: 'grapheme' }) }),
      }),
      fc.constant({ kind: 'words' as const }),
      fc.record({ kind: fc.constant('words' as const), words: fc.string({ unit: 'grapheme' }).map((text) => `a ${text} z`) }),
      fc.constant({ kind: 'queue' as const }),
    );
    fc.assert(
      fc.property(address, (a) => {
        expect(read(a)).toEqual(a);
      }),
    );
  });

  it.each([
    '',
    '#',
    '#annotation=',
    '#tab=1',
    '#tab=x&frame=0&start=1&end=2&exact=a',
    '#tab=1&frame=0&start=1&end=2',
    '#%%%',
    '#constructor=1',
  ])('%s is a page without a quote', (hash) => expect(readCheckAddress(hash)).toEqual({ kind: 'words' }));
});
