import { beforeAll, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { faultText } from '../../../../../components/library/exchange/fault-text.ts';
import english from '../../../../../public/_locales/en/messages.json';

beforeAll(() => {
  const messages: Record<string, { message: string }> = english;
  const getMessage = (key: string, [part = '']: string[] = []): string => (messages[key]?.message ?? '').replace('$1', part);
  Object.assign(fakeBrowser.i18n, { getMessage });
});

describe('what is wrong with a row of a file', () => {
  it.each([
    ['modified', true, 'A date is missing.'],
    ['body.2.value', false, 'A tag, note, claim or attribution has the wrong form.'],
    ['target.selector.0.exact', true, 'The wording of the passage is missing.'],
    ['target.title', true, 'The passage is missing.'],
    ['', false, 'The whole entry has the wrong form.'],
    ['toString.x', true, 'toString.x is missing.'], // a part without a name of its own: as in the file
  ])('%j, missing: %j → %s', (path, missing, text) => expect(faultText([{ path, missing }])).toBe(text));

  it('is said once', () =>
    expect(faultText(['body.0', 'body.1', 'id'].map((path) => ({ path, missing: true })))).toBe(
      'A tag, note, claim or attribution is missing. The identifier is missing.',
    ));
});
