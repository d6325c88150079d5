import type { TextSpan } from '../domain/page-text.ts';
import type { Quotation, Source } from '../domain/quotation.ts';
import type { Command, PageHands, ShownQuotation, Taken } from './drawing.ts';
import { button, cut, element, foreign } from './element.ts';
import { kindOf, NAME, passageLabel, reasonOf } from './passage-label.ts';
import { whySection } from './why-section.ts';

const TITLE = 200;
/** Copied words, at most (UTF-16): the clipboard takes more than any reader wants. */
const COPIED = 100_000;

export interface PopoverActions {
  keep(passage: ShownQuotation, then: Command): void;
  open(id: string, focus: 'none' | 'note' | 'claim'): void;
  copy(text: string): void;
  /** Compares it with its source, in a tab. */
  check(passage: ShownQuotation): void;
  show(passage: ShownQuotation): void;
  /** Opens the editor that corrects it, or takes one of its alternatives. */
  correct(passage: ShownQuotation, take: Taken | null): void;
  jump(span: TextSpan, words: string): void;
  /** The popover has another height. */
  resized(): void;
}

/** Whose words, from where, and why we think so. `others`: quotations at the same place. Names stay text, whatever they hold. */
export function quotationPopover(
  passage: ShownQuotation,
  others: readonly ShownQuotation[],
  truncated: boolean,
  hands: PageHands,
  actions: PopoverActions,
): HTMLElement {
  const { message, signal } = hands;
  const { quotation, keptAs } = passage;
  const who = element('p', { class: 'who' }, quotation.speaker ? foreign(quotation.speaker, NAME) : message('page_nobody'));
  if (!quotation.speaker) who.classList.add('soft');
  const actionRow = element(
    'div',
    { class: 'actions' },
    keptAs === null
      ? button({ class: 'button primary' }, () => actions.keep(passage, 'highlight'), signal, message('page_keep'))
      : button({ class: 'button primary' }, () => actions.open(keptAs, 'none'), signal, message('page_open')),
    ...(['note', 'claim'] as const).map((focus) =>
      button(
        { class: 'button' },
        () => (keptAs === null ? actions.keep(passage, focus) : actions.open(keptAs, focus)),
        signal,
        message(`page_${focus}`),
      ),
    ),
    button({ class: 'button' }, () => actions.check(passage), signal, message('page_check')),
    button({ class: 'button' }, () => actions.copy(citation(quotation)), signal, message('page_copy')),
  );
  return element(
    'div',
    { class: 'box quote', role: 'dialog', tabindex: -1, 'aria-label': passageLabel(passage, message) },
    who,
    quotation.source && sourceLine(quotation.source, message),
    element('p', { class: 'kind' }, kindOf(quotation, message)),
    element('p', { class: 'why' }, reasonOf(quotation, message)),
    ...whyAndCorrect(passage, hands, actions),
    truncated ? element('p', { class: 'why' }, message('page_truncated')) : null,
    actionRow,
    others.length === 0 ? null : alsoHere(others, message, signal, actions),
  );
}

/** "Why?", which opens the reasons below it, and "Correct…". */
function whyAndCorrect(passage: ShownQuotation, hands: PageHands, actions: PopoverActions): HTMLElement[] {
  const { message, signal } = hands;
  const reasons = whySection(passage.quotation, hands, { jump: actions.jump, take: (taken) => actions.correct(passage, taken) });
  reasons.hidden = true;
  const why = button(
    { class: 'link-button', 'aria-expanded': 'false' },
    () => {
      reasons.hidden = !reasons.hidden;
      why.setAttribute('aria-expanded', String(!reasons.hidden));
      actions.resized();
    },
    signal,
    message('page_why'),
  );
  const correct = button({ class: 'link-button' }, () => actions.correct(passage, null), signal, message('page_correct'));
  return [element('p', { class: 'links' }, why, correct), reasons];
}

function sourceLine({ name, url, title }: Source, message: PageHands['message']): HTMLElement {
  const words: (Node | string)[] = [foreign(name, NAME)];
  if (title) words.push(': ', foreign(title, TITLE));
  const isLink = url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
  const from = isLink ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...words) : element('span', {}, ...words);
  return element('p', { class: 'from' }, `${message('page_from')} `, from);
}

function alsoHere(
  others: readonly ShownQuotation[],
  message: PageHands['message'],
  signal: AbortSignal,
  actions: PopoverActions,
): HTMLElement {
  const items = others.map((other) =>
    element(
      'li',
      {},
      button({ class: 'text-button' }, () => actions.show(other), signal, passageLabel(other, message)),
    ),
  );
  return element('div', { class: 'also' }, element('p', { class: 'kind' }, message('page_also_here')), element('ul', {}, ...items));
}

/** The words with whose they are and where from, as plain text. */
function citation({ text, speaker, source }: Quotation): string {
  const from = [speaker, source?.name, source?.title, source?.url].filter((part) => typeof part === 'string');
  return `“${cut(text, COPIED)}”${from.length > 0 ? ` — ${from.join(', ')}` : ''}`;
}
