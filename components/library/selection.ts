/** Chosen rows and the row a range starts from. */
export type Selection = { ids: ReadonlySet<string>; from: string };
export const NOTHING: Selection = { ids: new Set(), from: '' };

/** Puts a row in or takes it out. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, from: id };
}

/** Chooses all from the last touched row to this one, in the order shown; just this one where there is no such row. */
export function extendTo(selection: Selection, id: string, shown: readonly string[]): Selection {
  const start = shown.indexOf(selection.from);
  const end = shown.indexOf(id);
  if (end < 0) return selection;
  const range = start < 0 ? [id] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
  return { ids: new Set([...selection.ids, ...range]), from: start < 0 ? id : selection.from };
}

export const selectAll = (shown: readonly string[]): Selection => ({ ids: new Set(shown), from: '' });

/** Only what is shown can be acted on: rows that a filter hides, or that are gone, leave the selection. */
export function within(selection: Selection, shown: ReadonlySet<string>): Selection {
  const ids = [...selection.ids].filter((id) => shown.has(id));
  return ids.length === selection.ids.size ? selection : { ids: new Set(ids), from: shown.has(selection.from) ? selection.from : '' };
}
