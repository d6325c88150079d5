import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import german from '../../../public/_locales/de/messages.json';
import english from '../../../public/_locales/en/messages.json';
import { ErrorCode } from '../../../utils/domain/error-code.ts';

type Messages = Record<string, { message: string }>;

/** The browser's `getMessage`: `$1` … `$9` take the values, `$$` is a dollar sign, an unknown key is empty. */
function speak(messages: Messages, locale: string): void {
  const getMessage = (key: string, values: string[] = []): string => {
    const { message } = (Object.hasOwn(messages, key) && messages[key]) || { message: '' };
    return message.replace(/\$(?:(\d)|\$)/g, (_, digit) => (digit ? (values[Number(digit) - 1] ?? '') : '$'));
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => locale });
}

beforeEach(() => {
  vi.resetModules();
  speak(english, 'en-GB');
});

const words = () => import('../../../components/t.ts');

it('values stand where the message wants them', async () => {
  const { t } = await words();
  expect(t('editor_tag_removed', 'a $1 b')).toBe('Tag “a $1 b” removed.');
});

it.each([
  [0, '0 quotes'],
  [1, '1 quote'],
  [2, '2 quotes'],
  [1234, '1,234 quotes'],
])('%i in English: %s', async (count, text) => {
  const { plural } = await words();
  expect(plural('common_quotes', count)).toBe(text);
});

it('German takes its own forms and its own way to write numbers', async () => {
  speak(german, 'de');
  const { plural } = await words();
  expect([plural('common_quotes', 1), plural('common_quotes', 1234)]).toEqual(['1 Zitat', '1.234 Zitate']);
});

it('a language with more forms than a message has takes the general one', async () => {
  speak({ ...english, common_language: { message: 'ar' } }, 'ar');
  const { plural } = await words();
  expect(plural('common_quotes', 3)).toMatch(/quotes$/);
});

it.each([
  ['en-GB', english, 'en-GB'],
  ['de-AT', german, 'de-AT'],
  ['fr', english, 'en'],
  ['ar', english, 'en'],
])('a browser in %s shows a page whose language and direction are those of its words: %#', async (locale, messages, language) => {
  speak(messages, locale);
  const { uiLanguage, uiDirection } = await words();
  expect([uiLanguage(), uiDirection()]).toEqual([language, 'ltr']);
});

it('words in a language that runs from right to left turn the page', async () => {
  speak({ ...english, common_language: { message: 'he' } }, 'he');
  const { uiDirection } = await words();
  expect(uiDirection()).toBe('rtl');
});

it('a day of another year has its year, a broken one is shown as it is', async () => {
  const { formatDay } = await words();
  const now = new Date('2026-06-01T12:00:00Z');
  expect([formatDay('2026-03-02T12:00:00Z', now), formatDay('2024-03-02T12:00:00Z', now), formatDay('soon', now)]).toEqual([
    '2 Mar',
    '2 Mar 2024',
    'soon',
  ]);
});

it.each(ErrorCode.options)('%s says what happened, and what is safe and to be done', async (code) => {
  const { errorTitle, errorHelp } = await import('../../../components/error-text.ts');
  for (const [messages, locale] of [
    [english, 'en'],
    [german, 'de'],
  ] as const) {
    speak(messages, locale);
    expect(errorTitle(code)).toMatch(/\.$/);
    expect(errorHelp(code)).toMatch(/\.$/);
  }
});
