import type { PageHands, ShownHighlight } from './drawing.ts';
import { button, element } from './element.ts';

type Message = PageHands['message'];

/** "2 words differ from what you kept on 3 March 2026." */
export function differsText({ words, kept }: NonNullable<ShownHighlight['differs']>, message: Message): string {
  const language = message('common_language') || 'en';
  const date = new Date(kept).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  if (words === 0) return message('drift_differ_signs', [date]);
  const [form, count] = [new Intl.PluralRules(language).select(words), String(words)];
  return message(`drift_differ_${form}`, [count, date]) || message('drift_differ_other', [count, date]);
}

/** What a highlight says whose words are others now. The words that were kept are told in the card: they never stand in the page. */
export function changedPopover(
  differs: NonNullable<ShownHighlight['differs']>,
  { message, signal }: PageHands,
  open: () => void,
): HTMLElement {
  const text = differsText(differs, message);
  return element(
    'div',
    { class: 'box quote', role: 'dialog', tabindex: -1, 'aria-label': text },
    element('p', { class: 'who' }, text),
    element('div', { class: 'actions' }, button({ class: 'button' }, open, signal, message('page_what_changed'))),
  );
}
