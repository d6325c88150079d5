import { outletByName } from '../outlets/lookup.ts';
import { linksIn } from './link-info.ts';
import { nameOf } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

const LABEL = /^[\s\u00a0]*(?:([\p{L}\d][\p{L}\d.&’' -]{1,50}?)[\s\u00a0]*[:,–—-][\s\u00a0]*)?["“„«‘(]?$/u;
const BETWEEN = /^[\s\u00a0"”“»’).,:;–—-]*$/u;

/** [S25] The entry of a link log: `Salon: <a>Sour notes</a>. “…”`, `<a>New York Times</a>: “…”`. */
export const linkLog: SourceRule = {
  id: 'link-log',
  find({ context, site, candidate }) {
    const { text } = context.outline;
    const head = { start: candidate.first.start, end: candidate.outer.start };
    if (head.end - head.start > 200 || head.end <= head.start) return null;
    const links = linksIn(context.outline, site, head);
    const link = links.at(-1);
    if (link === undefined || links.length > 1 || link.own || !BETWEEN.test(text.slice(link.end, head.end))) return null;
    const label = LABEL.exec(text.slice(head.start, link.start));
    if (label === null) return null;
    const outlet = label[1] === undefined ? outletByName(link.text) : outletByName(label[1]);
    const person = label[1] !== undefined && outlet === null ? label[1].trim() : null;
    const name = outlet?.name ?? nameOf(link, true);
    const title = label[1] === undefined ? null : link.text;
    return finding({ name, url: link.url, title }, 0.88, head, person, outlet !== null || person !== null);
  },
};
