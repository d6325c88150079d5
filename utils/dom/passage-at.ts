import type { ShownPassage } from './drawing.ts';
import { linesOf } from './live-range.ts';

/**
 * The passages whose painted words lie under a point of the viewport (CSS px), the innermost last. `painted` is what the browser
 * says of that point; null where it cannot say: then the lines of the passages `near` the window are compared.
 */
export function passagesAt(
  x: number,
  y: number,
  painted: readonly AbstractRange[] | null,
  byRange: ReadonlyMap<AbstractRange, ShownPassage>,
  near: readonly ShownPassage[],
): ShownPassage[] {
  const isOver = ({ left, right, top, bottom }: DOMRect): boolean => x >= left && x <= right && y >= top && y <= bottom;
  const found =
    painted === null
      ? near.filter((passage) => linesOf(passage.range).some(isOver))
      : [...new Set(painted.flatMap((range) => byRange.get(range) ?? []))];
  const order = [...byRange.values()];
  return found.filter(isPainted).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** A quotation that is kept is seen, and asked for, as its highlight. */
export const isPainted = (passage: ShownPassage): boolean => passage.kind === 'highlight' || passage.keptAs === null;
