import type { Colour } from '../domain/annotation.ts';
import type { Command, PageHands } from './drawing.ts';
import { button, element, icon } from './element.ts';

const COLOURS: readonly Colour[] = ['yellow', 'green', 'blue', 'pink', 'purple'];
const PEN = 'M3 13l1-3.5L11 2.500l2.500 2.500L6.500 12zM9.500 4l2.500 2.500';
const CHECK = 'M3 3h10v10H3zM5.500 8l2 2 3-4';

/** What a selection offers: five colours, a note, a claim. */
export function adder({ message, preferences, signal }: PageHands, act: (command: Command, colour: Colour | null) => void): HTMLElement {
  const { colours } = preferences();
  const swatches = COLOURS.map((colour) => {
    const title = colours[colour] || message(`colour_${colour}`);
    const label = message('page_highlight_in', [title]);
    return button({ class: 'colour', 'data-colour': colour, 'aria-label': label, title }, () => act('highlight', colour), signal);
  });
  const note = button({ class: 'button' }, () => act('note', null), signal, message('page_note'));
  const claim = button({ class: 'button' }, () => act('claim', null), signal, message('page_claim'));
  note.prepend(icon(PEN));
  claim.prepend(icon(CHECK));
  return element('div', { class: 'box adder', role: 'toolbar', 'aria-label': message('page_adder') }, ...swatches, note, claim);
}
