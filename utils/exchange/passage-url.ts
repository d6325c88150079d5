import type { Annotation } from '../domain/annotation.ts';
import type { FragmentSelector, Selector } from '../domain/selector.ts';

/** An address that may stand in a link: http or https, normalised; null for all others (`javascript:`, `data:`, files). */
export function linkable(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
}

/**
 * A link by which a browser scrolls to the passage. Null where none was found to lead there when it was kept, or when the page has no
 * address that can be linked. An own `#fragment` stays.
 */
export function passageUrl({ target }: Pick<Annotation, 'target'>): string | null {
  const url = linkable(target.source);
  const link = fragmentOf(target.selector);
  if (url === null || link === null) return null;
  const [address = '', fragment = ''] = url.split(/#(.*)/s, 2);
  return `${address}#${fragment.replace(/:~:.*$/s, '')}${link}`;
}

/** The link to the passage, else to its page. */
export const placeUrl = (annotation: Pick<Annotation, 'target'>): string | null =>
  passageUrl(annotation) ?? linkable(annotation.target.source);

/** `:~:text=…`; null where the passage has none. */
export const fragmentOf = (selectors: readonly Selector[]): string | null =>
  selectors.find((selector): selector is FragmentSelector => selector.type === 'FragmentSelector')?.value ?? null;
