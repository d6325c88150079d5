import { holderOf, linesOf } from './live-range.ts';
import { shownParentOf } from './own-element.ts';

/** Scrolls to the words of a range, opening what closes over them, without motion for readers who want none. False when they cannot be shown. */
export function jumpTo(range: AbstractRange): boolean {
  const holder = holderOf(range);
  if (!holder?.isConnected) return false;
  reveal(holder);
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  Element.prototype.scrollIntoView.call(holder, { block: 'center', inline: 'nearest', behavior: 'instant' });
  const [line] = linesOf(range);
  if (!line) return false;
  // A passage in the middle of a long paragraph lies far from the paragraph's own middle.
  const away = line.top + line.height / 2 - innerHeight / 2;
  if (Math.abs(away) > innerHeight / 4) scrollBy({ top: away, behavior: smooth ? 'smooth' : 'instant' });
  return true;
}

/** Opens closed `<details>` and `hidden="until-found"` as the browser's own search does (HTML standard, "ancestor revealing"). */
function reveal(inner: Element): void {
  for (let element: Element | null = inner; element; element = shownParentOf(element)) {
    if (element instanceof HTMLFormElement) continue; // its methods may be hidden by its fields
    if (element.getAttribute('hidden')?.toLowerCase() === 'until-found') {
      element.dispatchEvent(new Event('beforematch', { bubbles: true }));
      element.removeAttribute('hidden');
    }
    if (element instanceof HTMLDetailsElement && !element.open) element.open = true;
  }
}
