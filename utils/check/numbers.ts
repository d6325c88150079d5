import type { CheckLanguage, NumberWords } from './languages/check-language.ts';

/** Suffixes of numbers in digits: £30m, 5bn, 10k. */
const SUFFIXES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, bn: 1e9, b: 1e9, mrd: 1e9, tn: 1e12 };
const CURRENCY = /^[$€£¥₹]$/;

/** Does this word, folded and in lower case, belong to a number: digits, a number word, a scale, a sign or its name? */
export function isNumeric(word: string, { numbers }: CheckLanguage): boolean {
  return (
    /\p{N}/u.test(word) ||
    Object.hasOwn(numbers.units, word) ||
    Object.hasOwn(numbers.scales, word) ||
    Object.hasOwn(numbers.signs, word) ||
    /^[$€£¥₹%‰]$/.test(word) ||
    (numbers.compounds && word.length > 6 && compoundValue(word, numbers) !== null)
  );
}

/** Does it hold a number that says something by itself: not "one", "a" or a sign alone? */
export const holdsNumber = (words: readonly string[], language: CheckLanguage): boolean =>
  words.some((word) => isNumeric(word, language) && language.numbers.units[word] !== 1 && !isSignWord(word, language.numbers));

const isSignWord = (word: string, numbers: NumberWords): boolean => Object.hasOwn(numbers.signs, word) || /^[$€£¥₹%‰]$/.test(word);

/**
 * The numbers of some words in a form that is the same for the same numbers: "$1 trillion", "a trillion dollars" → "1000000000000$".
 * Other words stay. Null when no number is among them.
 */
export function canonicalNumbers(words: readonly string[], { numbers }: CheckLanguage): string | null {
  const out: string[] = [];
  let found = false;
  for (let i = 0; i < words.length; ) {
    const read = readNumber(words, i, numbers);
    if (read === null) {
      const word = words[i++] ?? '';
      // "per cent" is one sign in two words.
      if (word === 'per' && /^cent/.test(words[i] ?? '')) {
        out.push('%');
        i++;
      } else if (word === 'pour' && words[i] === 'cent') {
        out.push('%');
        i++;
      } else if (word === 'por' && words[i] === 'ciento') {
        out.push('%');
        i++;
      } else out.push(Object.hasOwn(numbers.signs, word) ? (numbers.signs[word] ?? word) : word);
      continue;
    }
    found = true;
    out.push(String(read.value));
    i = read.end;
  }
  return found ? inOrder(out) : null;
}

const IS_NUMBER = /^\d/;

/** A currency stands before its number or behind it, with or without "of": "$2 million", "two millions of dollars". */
function inOrder(words: readonly string[]): string {
  const out = words.filter(
    (word, i) => !(/^(?:of|de)$/.test(word) && IS_NUMBER.test(words[i - 1] ?? '') && CURRENCY.test(words[i + 1] ?? '')),
  );
  for (let i = 0; i + 1 < out.length; i++) {
    const [sign, number] = [out[i] ?? '', out[i + 1] ?? ''];
    if (CURRENCY.test(sign) && IS_NUMBER.test(number)) {
      [out[i], out[i + 1]] = [number, sign];
      i++;
    }
  }
  return out.join(' ');
}

interface ReadNumber {
  value: number | string;
  end: number;
}

/** The number that begins at word `from`, as far as it goes; null when none does. */
function readNumber(words: readonly string[], from: number, numbers: NumberWords): ReadNumber | null {
  let total = 0;
  let current: number | null = null;
  let i = from;
  let seen = false;
  /** 0: nothing, 1: tens ("twenty"), 2: digits or below ten. */
  let last = 0;
  for (; i < words.length; i++) {
    const word = words[i] ?? '';
    const digits = digitValue(word, numbers);
    if (typeof digits === 'string') return seen ? { value: total + (current ?? 0), end: i } : { value: digits, end: i + 1 };
    const unit = Object.hasOwn(numbers.units, word)
      ? numbers.units[word]
      : numbers.compounds
        ? (compoundValue(word, numbers) ?? undefined)
        : undefined;
    const scale = Object.hasOwn(numbers.scales, word) ? numbers.scales[word] : undefined;
    if (digits !== null && (current === null || (last === 3 && /^\d{3}$/.test(word)))) {
      // "10 000" is one number where thousands stand apart.
      current = current === null ? digits : current * 1000 + digits;
      last = 3;
    } else if (scale !== undefined) {
      if (scale === 100) current = (current ?? 1) * 100;
      else {
        // "dos mil millones": a larger scale multiplies all that stands before.
        total = total > 0 && total < scale ? (total + (current ?? 0)) * scale : total + (current ?? 1) * scale;
        current = null;
      }
      last = 0;
    } else if (current === 4 && /^vingts?$/.test(word)) {
      current = 80;
      last = 1;
    } else if (unit !== undefined && digits === null && (current === null || (last !== 3 && fits(current, unit)))) {
      current = (current ?? 0) + unit;
      last = unit >= 20 ? 1 : 2;
    } else if (numbers.articles.includes(word) && leadsToScale(words, i, numbers)) continue;
    else if (seen && numbers.joiners.includes(word) && isPart(words[i + 1], numbers)) continue;
    else break;
    seen = true;
  }
  return seen ? { value: Math.round((total + (current ?? 0)) * 1e6) / 1e6, end: i } : null;
}

/** May `unit` follow what was read: five after twenty, fifty after two hundred, dix after soixante? */
const fits = (current: number, unit: number): boolean =>
  (current % 100 === 0 && unit < 100) || (current % 10 === 0 && current % 100 >= 20 && unit < 20 && unit > 0);

const isPart = (word: string | undefined, { units, scales }: NumberWords): boolean =>
  word !== undefined && (Object.hasOwn(units, word) || Object.hasOwn(scales, word));

const leadsToScale = (words: readonly string[], i: number, numbers: NumberWords): boolean => {
  const next = words[i + 1];
  return next !== undefined && Object.hasOwn(numbers.scales, next);
};

/** The value of a word in digits; its text where it is a time, a date or the like; null when it holds no digit. */
function digitValue(word: string, numbers: NumberWords): number | string | null {
  if (!/\p{N}/u.test(word)) return null;
  const match = /^(\d+(?:[.,:]\d+)*)(\p{L}*)$/u.exec(word);
  if (match === null) return word.replace(/'/g, '');
  const [, figures = '', suffix = ''] = match;
  const scale = suffix === '' || numbers.ordinals.test(suffix) ? 1 : SUFFIXES[suffix];
  if (scale === undefined || figures.includes(':')) return word;
  const value = figureValue(figures, numbers.decimal);
  return value === null ? word : value * scale;
}

/** 1,000.5 in English is 1.000,5 in German; a mark before anything but three figures is a decimal one everywhere. */
function figureValue(figures: string, decimal: string): number | null {
  const group = decimal === '.' ? ',' : '.';
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(figures) && !figures.includes(decimal)) return Number(figures.replaceAll(group, ''));
  const plain = figures.replaceAll(group, figures.includes(decimal) ? '' : '.').replace(decimal, '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The value of a German number in one word: "zweihundertfünfundzwanzig". Null when it is none. */
function compoundValue(word: string, numbers: NumberWords): number | null {
  if (Object.hasOwn(numbers.units, word)) return numbers.units[word] ?? null;
  for (const [name, scale] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const before = at === 0 ? 1 : compoundValue(word.slice(0, at), numbers);
    const rest = word.slice(at + name.length).replace(/^und/, '');
    const after = rest === '' ? 0 : compoundValue(rest, numbers);
    return before === null || after === null ? null : before * scale + after;
  }
  const and = word.indexOf('und');
  if (and <= 0) return null;
  const [ones, tens] = [numbers.units[word.slice(0, and)], numbers.units[word.slice(and + 3)]];
  return ones !== undefined && tens !== undefined && ones < 10 && tens >= 20 ? ones + tens : null;
}
