import type { Quotation, Reason } from '../domain/quotation.ts';
import { ruleKeys, sureness } from '../text/rule-words.ts';
import type { PageHands, Taken } from './drawing.ts';
import { button, cut, element, foreign, isolated } from './element.ts';

type Message = PageHands['message'];
/** Names and words of the page are cut at these many characters (UTF-16). */
const NAME = 120;
const EVIDENCE = 160;

export interface WhyActions {
  /** Scrolls to these words of the page and lights them, if they still stand there. */
  jump(span: NonNullable<Reason['evidence']>, words: string): void;
  take(alternative: Taken): void;
}

/** Why the speaker and the source are told as they are: the words that decided, the rule, how sure it is, and what else it could be. */
export function whySection(
  { why }: Quotation,
  { message, words, signal }: Pick<PageHands, 'message' | 'words' | 'signal'>,
  actions: WhyActions,
): HTMLElement {
  const section = (of: Taken['of'], reason: Reason): HTMLElement =>
    element(
      'div',
      { class: 'reason' },
      element('p', { class: 'label' }, message(`page_reason_${of}`)),
      element(
        'p',
        {},
        ruleSentence(reason.rule, message, of),
        ' ',
        ...(reason.rule === 'unsure' || reason.rule === 'reader' ? [] : [surely(reason.confidence, message)]),
      ),
      reason.evidence && evidence(reason.evidence, words(reason.evidence), message, signal, actions),
      reason.alternatives.length > 0 ? alternatives(of, reason, message, signal, actions) : null,
    );
  const parts = (['speaker', 'source'] as const).flatMap((of) => (why[of] ? [section(of, why[of])] : []));
  return element('div', { class: 'reasons' }, ...(parts.length > 0 ? parts : [element('p', {}, message('page_why_nobody'))]));
}

/** What a rule does, in plain words. */
export function ruleSentence(rule: string, message: Message, of?: Taken['of']): string {
  for (const key of ruleKeys(rule, of)) {
    const sentence = message(key);
    if (sentence) return sentence;
  }
  return '';
}

/** "Quite sure." with the number for who wants it. */
export function surely(confidence: number, message: Message): HTMLElement {
  const percent = message('page_percent', [String(Math.round(confidence * 100))]);
  return element('span', { title: percent }, message(`page_${sureness(confidence)}`), element('span', { class: 'unseen' }, ` ${percent}`));
}

function evidence(
  span: NonNullable<Reason['evidence']>,
  words: string,
  message: Message,
  signal: AbortSignal,
  { jump }: WhyActions,
): HTMLElement {
  return element(
    'p',
    { class: 'evidence' },
    element('q', {}, foreign(words, EVIDENCE)),
    button({ class: 'link-button' }, () => jump(span, words), signal, message('page_show')),
  );
}

function alternatives(of: Taken['of'], { alternatives }: Reason, message: Message, signal: AbortSignal, { take }: WhyActions): HTMLElement {
  const choices = alternatives.map(({ name, confidence }, index) =>
    button(
      {
        class: 'button small',
        title: message('page_percent', [String(Math.round(confidence * 100))]),
        'aria-label': message(`page_take_${of}`, [isolated(name, NAME)]),
      },
      () => take({ of, index }),
      signal,
      element('bdi', {}, cut(name, NAME)),
    ),
  );
  return element('div', { class: 'could-be' }, element('span', {}, message('page_could_be')), ...choices);
}
