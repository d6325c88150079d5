import type { Quotation } from '../domain/quotation.ts';
import type { PageHands, ShownPassage } from './drawing.ts';
import { isolated } from './element.ts';

type Message = PageHands['message'];

/** Names are cut at this many characters (UTF-16): whoever has a longer one wants to break the page. */
export const NAME = 120;
const WORDS = 90;

/** What a passage is called, for screen readers and lists: "Quote by X, from Y", "Your highlight: …". */
export function passageLabel(passage: ShownPassage, message: Message): string {
  if (passage.kind === 'highlight') return message('page_label_highlight', [isolated(passage.words, WORDS)]);
  const { speaker, source, text } = passage.quotation;
  if (speaker && source) return message('page_label_by_from', [isolated(speaker, NAME), isolated(source.name, NAME)]);
  if (speaker) return message('page_label_by', [isolated(speaker, NAME)]);
  if (source) return message('page_label_from', [isolated(source.name, NAME)]);
  return message('page_label_quote', [isolated(text, WORDS)]);
}

/** Below these the attribution is called a guess, and likely. The detector leaves fields empty when it knows less. */
const LIKELY = 0.6;
const SURE = 0.85;

/** Why we think so, in words: how it was found, and how sure that is. */
export function reasonOf({ speaker, source, cue, rule, confidence }: Quotation, message: Message): string {
  if (!speaker && !source) return message('page_why_nobody');
  const how = cue
    ? message('page_why_cue', [isolated(cue, NAME)])
    : message(`page_why_${rule.replaceAll('-', '_')}`) || message('page_why_rule');
  const sure = message(confidence >= SURE ? 'page_sure' : confidence >= LIKELY ? 'page_likely' : 'page_guess');
  return `${how} ${sure}`;
}

export function kindOf({ kind, region }: Quotation, message: Message): string {
  const name = message(`kind_${kind.replaceAll('-', '_')}`);
  return region === 'comment' ? message('kind_in_comment', [name]) : name;
}
