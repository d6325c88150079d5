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

/** An ISO time as the reader writes dates: the day, with the year when it is not this one. An unreadable time is shown as it is. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const sameYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(uiLanguage(), { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** BCP 47. `@@ui_locale` is the language the messages are in, written with an underscore. */
export function uiLanguage(): string {
  return i18n.getMessage('@@ui_locale').replaceAll('_', '-') || i18n.getUILanguage();
}

export function uiDirection(): 'ltr' | 'rtl' {
  return i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
