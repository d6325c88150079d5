import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** Keys that come in the plural forms of `Intl.PluralRules`: `popup_quotes` stands for `popup_quotes_one`, `popup_quotes_other`, … */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** A value of the domain as part of a key, in which hyphens may not stand: `out-of-context` → `out_of_context`. */
export type Underscored<Value extends string> = Value extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Value;
export const underscored = <Value extends string>(value: Value) => value.replaceAll('-', '_') as Underscored<Value>; // the same in types

// WXT types one overload per key, which a key held in a variable does not fit; `MessageKey` is as strict.
const i18n = browser.i18n as unknown as { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };

/** The message in the reader's language; `$1`, `$2`, … take `values` in order. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return i18n.getMessage(key, values.map(String));
}

let rules: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** The form of a message for `count`; `$1` is the count as people write it, `$2`, … are `values`. A form that a language lacks falls back to `_other`. */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  rules ??= new Intl.PluralRules(uiLanguage());
  const substitutions = [formatNumber(count), ...values.map(String)];
  return i18n.getMessage(`${key}_${rules.select(count)}`, substitutions) || i18n.getMessage(`${key}_other`, substitutions);
}

export function formatNumber(value: number): string {
  numbers ??= new Intl.NumberFormat(uiLanguage());
  return numbers.format(value);
}

/** The day of an ISO time in full, where the date is what matters; `withTime`: and the time of day. An unreadable time is shown as it is. */
export function formatDate(iso: string, withTime = false): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const time = withTime ? ({ hour: 'numeric', minute: '2-digit' } as const) : {};
  return date.toLocaleString(uiLanguage(), { day: 'numeric', month: 'long', year: 'numeric', ...time });
}

/** An ISO time as the reader writes dates: the day, with the year when it is not this one. An unreadable time is shown as it is. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const sameYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(uiLanguage(), { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** An ISO time as the reader writes dates and times. An unreadable one is shown as it is. */
export function formatTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
}

/**
 * BCP 47: the language that the messages are in. Not the browser's own: a browser in a language that we lack shows them in English,
 * and then the page is English. The region (dates, numbers) is the browser's where the language is.
 */
export function uiLanguage(): string {
  const ours = i18n.getMessage('common_language');
  const browsers = i18n.getUILanguage();
  return browsers.split('-')[0] === ours ? browsers : ours;
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'ha-Arab', 'he', 'ks', 'ku-Arab', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** The direction of that language (`@@bidi_dir` is that of the browser's). */
export function uiDirection(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(i18n.getMessage('common_language')) ? 'rtl' : 'ltr';
}
