import { type Annotation, exactOf } from '../../utils/domain/annotation.ts';

/** Words at either end of a long passage that a text fragment names; the WICG's own generator uses up to eight. */
const END_WORDS = 6;
/** Passages up to this many characters stand in the link whole. */
const WHOLE_LENGTH = 120;

// The dash, comma and ampersand are the syntax of a text directive (WICG Scroll to Text Fragment, §3.1).
// Half of a surrogate pair, which a cut may leave, cannot be encoded.
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');

/** A link that opens the page at the passage where the browser can; null for what is no http(s) page. */
export function passageUrl(annotation: Annotation): string | null {
  const { source } = annotation.target;
  if (!URL.canParse(source)) return null;
  const url = new URL(source);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const quote = exactOf(annotation).replace(/\s+/g, ' ').trim();
  if (!quote) return url.href;
  const words = quote.split(' ');
  const directive =
    quote.length <= WHOLE_LENGTH || words.length <= 2 * END_WORDS
      ? encode(quote.slice(0, 4 * WHOLE_LENGTH))
      : `${encode(words.slice(0, END_WORDS).join(' '))},${encode(words.slice(-END_WORDS).join(' '))}`;
  return `${url.href}${url.hash ? '' : '#'}:~:text=${directive}`;
}
