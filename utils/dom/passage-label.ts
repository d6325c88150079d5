import type { Detected, Quotation } from '../domain/quotation.ts';
import { sureness } from '../text/rule-words.ts';
import { differsText } from './changed-popover.ts';
import type { PageHands, ShownPassage } from './drawing.ts';
import { isolated } from './element.ts';
import { ruleSentence } from './why-section.ts';

type Message = PageHands['message'];

/** Names are cut at this many characters (UTF-16): whoever has a longer one wants to break the page. */
export const NAME = 120;
const WORDS = 90;

/** What a passage is called, for screen readers and lists: "Quote by X, from Y", "Your highlight: …". */
export function passageLabel(passage: ShownPassage, message: Message): string {
  if (passage.kind === 'highlight') {
    const label = message('page_label_highlight', [isolated(passage.words, WORDS)]);
    return passage.differs ? `${label} ${differsText(passage.differs, message)}` : label;
  }
  const { speaker, source, text } = passage.quotation;
  if (speaker && source) return message('page_label_by_from', [isolated(speaker, NAME), isolated(source.name, NAME)]);
  if (speaker) return message('page_label_by', [isolated(speaker, NAME)]);
  if (source) return message('page_label_from', [isolated(source.name, NAME)]);
  return message('page_label_quote', [isolated(text, WORDS)]);
}

/** The first words of a quotation whose label names somebody instead: two of one speaker are told apart by them. Null where the label has them. */
export function passageWords(passage: ShownPassage): string | null {
  if (passage.kind === 'highlight') return null;
  const { speaker, source, text } = passage.quotation;
  return speaker || source ? `“${isolated(text, WORDS)}”` : null;
}

/** Why we think so, in words: how it was found, and how sure that is; of what the reader corrected, what was told before. */
export function reasonOf({ speaker, source, cue, rule, confidence, corrected }: Quotation, message: Message): string {
  if (corrected) return `${message('page_why_reader')} ${toldBefore(corrected.detected, message)}`;
  if (!speaker && !source) return message('page_why_nobody');
  const how = cue ? message('page_why_cue', [isolated(cue, NAME)]) : ruleSentence(rule, message);
  return `${how} ${message(`page_${sureness(confidence)}`)}`;
}

function toldBefore({ speaker, source }: Detected, message: Message): string {
  const names = [speaker, source?.name].filter((name) => typeof name === 'string').map((name) => isolated(name, NAME));
  return names.length === 0 ? message('page_told_nobody') : message('page_told_before', [names.join(', ')]);
}

export function kindOf({ kind, region }: Quotation, message: Message): string {
  const name = message(`kind_${kind.replaceAll('-', '_')}`);
  return region === 'comment' ? message('kind_in_comment', [name]) : name;
}
