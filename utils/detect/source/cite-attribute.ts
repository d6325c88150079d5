import { outletByDomain } from '../outlets/lookup.ts';
import { unwrapUrl } from '../outlets/unwrap-url.ts';
import { finding, type SourceRule } from './source-context.ts';

/** [S34] `<blockquote cite="https://…">`: nobody sees it, so it counts only where the page says nothing else; a widget's is none. */
export const citeAttribute: SourceRule = {
  id: 'cite-attribute',
  find({ context, site, candidate }) {
    const cite = context.outline.elements[candidate.element]?.cite?.trim() ?? '';
    if (!/^https?:\/\//i.test(cite) || !URL.canParse(cite) || candidate.rule === 'embedded-post') return null;
    const target = unwrapUrl(cite);
    const { hostname, pathname } = new URL(URL.canParse(target) ? target : cite);
    const host = hostname.replace(/^www\d?\./, '');
    const outlet = outletByDomain(host);
    // A platform's page plugin cites the account.
    if (site.isOwn(host) || pathname.length <= 1 || (outlet?.kind === 'platform' && pathname.split('/').filter(Boolean).length < 2))
      return null;
    return finding({ name: outlet?.name ?? host, url: cite, title: null }, 0.75, candidate.outer);
  },
};
