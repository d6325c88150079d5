import type { PageHands, ShownPassage } from './drawing.ts';
import { button, element } from './element.ts';
import { passageLabel, passageWords } from './passage-label.ts';

/** A list of passages that stand at the same place. */
export function chooser(
  passages: readonly ShownPassage[],
  { message, signal }: PageHands,
  choose: (passage: ShownPassage) => void,
): HTMLElement {
  const items = passages.map((passage) => {
    const sign = element('span', {
      class: 'swatch',
      'data-kind': passage.kind,
      'data-colour': passage.kind === 'highlight' && passage.colour,
    });
    return element(
      'li',
      {},
      button(
        { class: 'text-button' },
        () => choose(passage),
        signal,
        sign,
        element('span', {}, [passageLabel(passage, message), passageWords(passage)].filter((part) => part !== null).join(' ')),
      ),
    );
  });
  const title = message('page_choose');
  return element(
    'div',
    { class: 'box chooser', role: 'dialog', tabindex: -1, 'aria-label': title },
    element('p', { class: 'kind' }, title),
    element('ul', {}, ...items),
  );
}
