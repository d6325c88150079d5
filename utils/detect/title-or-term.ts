import { type Candidate, type DetectContext, sliceOf } from './candidate.ts';
import { ancestors, overlapping, wordCountAnyScript } from './page-outline.ts';
import type { SpeechAttribution } from './speech/attribute-speech.ts';

const SMALL =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|is|it|its|vs|via|der|die|das|und|oder|von|im|zu|de|la|le|les|et|du|des|el|los|las|y|en|del|into|over)$/iu;
const SENTENCE_END = /[.!?…,]["”’»]*$/u;
const WORK_BEFORE =
  /(?:(?:titled|entitled|called|headlined|dubbed|named|book|novel|film|movie|song|album|article|essay|paper|report|episode|series|poem|play|show|column|piece|post|thread|video|podcast|documentary|buch|roman|film|lied|artikel|beitrag|aufsatz|serie|titel|betitelt|livre|chanson|article|intitulée?|libro|película|canción|titulado|titulada)[\s\u00a0]*[,:]?|(?:the|a|an|term|phrase|word|words|expression|slogan|motto|begriff|wort|ausdruck|sogenannte[rnm]?|so-called))[\s\u00a0]*(?:is|was|of|wie|namens)?[\s\u00a0]*$/iu;
/** Words that can only lead to a title. */
const TITLED = /(?:titled|entitled|headlined|subtitled|betitelt|überschrieben|intitulée?s?|titulad[oa]s?)[\s\u00a0,:]*$/iu;
const MAX_TITLE = 20;
/** Capitals in a title: nearly every word that is not small. */
const CAPITALS = 0.85;
const URLISH = /^(?:https?:\/\/|www\.)\S+$/i;

/** Whether what stands between marks is the name of a work or a body, an address or a term rather than words uttered. */
export function isTitleOrTerm(context: DetectContext, candidate: Candidate, speech: SpeechAttribution): boolean {
  const { outline } = context;
  const text = sliceOf(outline, candidate).trim();
  if (URLISH.test(text)) return true;
  const uttered = speech.cue !== null && speech.mention !== null;
  const linked = overlapping(outline.links, candidate).some((l) => l.start <= candidate.start + 1 && l.end >= candidate.end - 1);
  if (linked && !uttered) return true;
  const words = text.match(/[\p{L}][\p{L}\p{M}’'-]*/gu) ?? [];
  const heavy = words.filter((w) => !SMALL.test(w));
  const capitals = heavy.filter((w) => /^\p{Lu}/u.test(w)).length;
  const titled = heavy.length >= 2 && capitals >= heavy.length * CAPITALS && /\p{Script=Latin}/u.test(text) && text !== text.toUpperCase();
  const ahead = outline.text.slice(Math.max(candidate.first.start, candidate.outer.start - 40), candidate.outer.start);
  if (titled && (linked || !uttered || WORK_BEFORE.test(ahead)) && !/[.!?]\s+\p{Lu}/u.test(text)) return true;
  if (TITLED.test(ahead) && wordCountAnyScript(text) <= MAX_TITLE) return true;
  if (uttered) return false;
  if (wordCountAnyScript(text) < TABLE_WORDS && inTable(context, candidate)) return true;
  return wordCountAnyScript(text) <= 8 && !SENTENCE_END.test(text) && WORK_BEFORE.test(ahead) && /^\p{Lu}/u.test(text);
}

/** In the cell of a table shorter passages without an utterer are names and values. */
const TABLE_WORDS = 12;
const inTable = ({ outline }: DetectContext, candidate: Candidate): boolean => {
  for (const { element } of ancestors(outline, candidate.first.element))
    if (/^t[dh]$/.test(element.tag)) return element.end - element.start < 600;
  return false;
};
