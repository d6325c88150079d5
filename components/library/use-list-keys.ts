import { extendTo, type Selection, selectAll, toggle } from './selection.ts';
import { useKeys } from './use-keys.ts';

type ListKeys = {
  ids: readonly string[];
  /** Index of the current row, −1 before there is one. */
  place: number;
  selection: Selection;
  goTo: (index: number) => void;
  onSelect: (selection: Selection) => void;
  onOpen: (id: string) => void;
  onDelete: (ids: string[]) => void;
};

/** The keys of the list (`KeysDialog.tsx` names them for the reader). */
export function useListKeys({ ids, place, selection, goTo, onSelect, onOpen, onDelete }: ListKeys): void {
  const current = ids[place];
  const down = () => goTo(place + 1);
  const up = () => goTo(place - 1);
  const extend = (by: number) => {
    const next = ids[Math.max(0, Math.min(place + by, ids.length - 1))];
    if (next === undefined) return;
    const from = selection.from || current || next;
    onSelect(extendTo({ ids: selection.ids, from }, next, ids));
    goTo(place + by);
  };
  const remove = () => {
    const chosen = ids.filter((id) => selection.ids.has(id));
    if (chosen.length > 0) onDelete(chosen);
    else if (current !== undefined) onDelete([current]);
  };
  useKeys({
    j: down,
    k: up,
    ArrowDown: (event) => (isOwnedByOther(event) ? false : down()),
    ArrowUp: (event) => (isOwnedByOther(event) ? false : up()),
    'Shift+ArrowDown': () => extend(1),
    'Shift+ArrowUp': () => extend(-1),
    Home: (event) => (isOwnedByOther(event) ? false : goTo(0)),
    End: (event) => (isOwnedByOther(event) ? false : goTo(ids.length - 1)),
    x: () => (current === undefined ? undefined : onSelect(toggle(selection, current))),
    'Mod+a': () => onSelect(selectAll(ids)),
    // A focused button or link opens by itself.
    Enter: (event) => (event.target === document.body && current !== undefined ? onOpen(current) : false),
    Delete: remove,
    Backspace: (event) => (event.metaKey ? remove() : false),
  });
}

/** Arrows and Home belong to radio buttons, facets and what scrolls, unless the focus is in the list or nowhere. */
const isOwnedByOther = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target !== document.body && target.closest('.list-scroller') === null;
