import { attributeSpeech, type SpeechAttribution, type SpeechQuery } from '../../../../utils/detect/speech/attribute-speech.ts';
import type { PageText } from '../../../../utils/domain/page-text.ts';

interface PageParts {
  language?: string | null;
  title?: string;
  authors?: string[];
  jsonLd?: string[];
}

export const pageOf = (text: string, { language = 'en', title = '', authors = [], jsonLd = [] }: PageParts = {}): PageText => ({
  url: 'https://paper.example/story',
  base: 'https://paper.example/story',
  title,
  language,
  text,
  elements: [],
  metadata: { canonical: null, siteName: null, authors, description: null, published: null, jsonLd },
  truncated: false,
});

const PAIRS = /[“«]\s?([^“”«»]*?)\s?[”»]|„([^“„”]*)[“”]|"([^"]*)"/gu;

/** The marked passages of a text as the detector would ask for them: inline, each in its paragraph. */
export function inlineQueries(text: string): SpeechQuery[] {
  return [...text.matchAll(PAIRS)].map((match) => {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].indexOf(words, 1);
    const from = text.lastIndexOf('\n', match.index) + 1;
    const to = text.indexOf('\n', start + words.length);
    return {
      start,
      end: start + words.length,
      kind: 'inline',
      paragraph: { start: from, end: to < 0 ? text.length : to },
      leadIn: null,
      within: null,
      region: 'article',
    };
  });
}

/** Speaker, mention and cue of each marked passage, in order. */
export const speakersIn = (text: string, parts: PageParts = {}): SpeechAttribution[] =>
  attributeSpeech(pageOf(text, parts), inlineQueries(text));

/** A block quotation on a line of its own, introduced by the line before it (or by nothing). */
export function blockAfter(text: string, block: string, leadIn: string | null, kind: SpeechQuery['kind'] = 'block'): SpeechQuery {
  const start = text.indexOf(block);
  const at = leadIn === null ? -1 : text.indexOf(leadIn);
  return {
    start,
    end: start + block.length,
    kind,
    paragraph: { start, end: start + block.length },
    leadIn: leadIn === null ? null : { start: at, end: at + leadIn.length },
    within: null,
    region: 'article',
  };
}
