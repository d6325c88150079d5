import type { TextSpan } from '../../domain/page-text.ts';
import type { DetectContext } from '../candidate.ts';
import { outletByName } from '../outlets/lookup.ts';
import { cleanName } from '../page-author.ts';
import { overlapping, type PageOutline } from '../page-outline.ts';
import { nameInHead } from '../quote-head.ts';
import { footnoteOf } from './footnote.ts';
import { INSTITUTIONS } from './lead-in-outlet.ts';
import { nameOf, titleOf } from './pick-link.ts';
import { type Citing, citing, finding, type SourceRule } from './source-context.ts';
import { isWorkTitle } from './work-title.ts';

const LEAD = /^[\s\u00a0]*(?:[—–―‒−~-]+|\[|\(|source\s*:|quelle\s*:|via|from|hat tip:?|h\/t)*[\s\u00a0—–-]*/iu;
const PERSON = /^\p{Lu}[\p{L}.’'-]*(?:[\s\u00a0]+(?:\p{Lu}[\p{L}.’'-]*|de|del|van|von|der|den|la|le|bin|al|y|e)){0,4}$/u;
const NO_PERSON =
  /^(?:the|der|die|das|link|source|quelle|via|read|more|emphasis|translation|from|e-?mail|anonym\w*|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december)\b/iu;

/** "— Jules Roy, <cite>The Dyke</cite>": the work behind the name, in italics or marked as one. */
function workIn({ outline }: DetectContext, span: TextSpan, speaker: string): string | null {
  const cites: TextSpan[] = [];
  for (let i = firstElementAt(outline, span.start); i < outline.elements.length; i++) {
    const element = outline.elements[i];
    if (element === undefined || element.start >= span.end) break;
    if (element.tag === 'cite') cites.push(element);
  }
  for (const run of [...overlapping(outline.italics, span), ...cites]) {
    const text = outline.text.slice(run.start, run.end).trim();
    if (run.start < span.start || text.includes(speaker) || text.length < 3 || text.length > MAX_WORK || !/^[\p{Lu}\d“"«„]/u.test(text))
      continue;
    if (/,/.test(text)) continue;
    return text.replace(/^["“„«]\s?|\s?["”“»]$/gu, '');
  }
  return null;
}
const MAX_WORK = 80;

/** Index of the first element that starts at or behind an offset. */
function firstElementAt({ elements }: PageOutline, offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who signs: the first part of the signature that is a person's name. */
export function signer(sentence: Citing): string | null {
  const head = nameInHead(sentence.text);
  if (head !== null) return cleanName(head);
  // What is linked behind a name is the title of the piece.
  const link = sentence.links[0];
  const ahead = link === undefined ? '' : sentence.text.slice(0, link.start - sentence.start);
  const first =
    (/\p{L}/u.test(ahead) ? ahead : sentence.text)
      .replace(LEAD, '')
      .split(/[,;:|(\n\]/]|[\s\u00a0][—–][\s\u00a0]/u)[0]
      ?.trim() ?? '';
  const name = first
    .replace(/[\s\u00a0]+(?:in|on|at|for|via|auf|im|bei|dans)[\s\u00a0].*$/iu, '')
    .replace(/[.]$/, '')
    .trim();
  if (!PERSON.test(name) || NO_PERSON.test(name) || name.length > 60 || outletByName(name) !== null) return null;
  return cleanName(name);
}

/**
 * [S1] A signature names who and where from: `— Jane Doe, <cite>The Courier</cite>`, `<footer>`, `<figcaption>`, `[<a>Engadget</a>]`.
 * A name alone says nothing about where.
 */
export const signatureSource: SourceRule = {
  id: 'signature',
  find({ context, site, candidate }) {
    if (candidate.attribution === null || candidate.rule === 'embedded-post') return null;
    const sentence = citing(context, site, candidate.attribution);
    const speaker = signer(sentence);
    const link = sentence.links.find((l) => !l.own) ?? null;
    const mention = sentence.mentions.find((m) => !site.isOwnOutlet(m.outlet)) ?? null;
    const decides = speaker !== null;
    if (
      mention !== null &&
      // A person's institute is an affiliation, a person's paper is where the words stood.
      !(speaker !== null && link === null && INSTITUTIONS.has(mention.outlet.kind)) &&
      !/[\s\u00a0](?:of|bei|de|von)[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(sentence.text.slice(0, mention.start - sentence.start))
    )
      return finding(
        { name: mention.outlet.name, url: link?.url ?? null, title: link === null ? null : titleOf(sentence, link) },
        0.9,
        sentence,
        speaker,
        decides,
      );
    if (link !== null)
      return finding(
        { name: nameOf(link, speaker === null), url: link.url, title: titleOf(sentence, link) },
        0.88,
        sentence,
        speaker,
        decides,
      );
    const note = footnoteOf(context, candidate.attribution, candidate.attribution.end);
    const noted = note === null ? null : citing(context, site, note).links.find((l) => !l.own);
    const work = speaker === null ? sentence.links.find((l) => isWorkTitle(l.text) && l.text.includes(' '))?.text : undefined;
    if (work !== undefined || noted != null)
      return finding(
        { name: work ?? (noted == null ? '' : nameOf(noted, false)), url: noted?.url ?? null, title: null },
        0.8,
        sentence,
        speaker,
        decides,
      );
    const title = speaker === null ? null : workIn(context, candidate.attribution, speaker);
    if (title !== null) return finding({ name: title, url: null, title: null }, 0.75, sentence, speaker, decides);
    return { source: null, confidence: 0.85, evidence: sentence, speaker, decidesSpeaker: decides };
  },
};
