import type { Result } from '../utils/domain/error-code.ts';
import { errorTitle } from './error-text.ts';
import { t } from './t.ts';
import { showToast, toasts } from './toasts.ts';

/** Takes one change back. `refused` when somebody has changed the same thing since. */
type Undo = () => Promise<Result<unknown> | 'refused'>;

const MAX_UNDOS = 50;
const stack: Undo[] = [];
/** The toast that offers an undo. Once it is taken back by key, its button would do nothing. */
const offers = new WeakMap<Undo, string>();

/** Offers to take a change back: in a toast now, and with Ctrl+Z as long as the surface is open. */
export function offerUndo(text: string, undo: Undo): void {
  allowUndo(undo);
  offers.set(
    undo,
    showToast(text, () => void run(undo)),
  );
}

/** Lets Ctrl+Z take a change back, for changes whose own button does so too. */
export function allowUndo(undo: Undo): void {
  stack.push(undo);
  if (stack.length > MAX_UNDOS) stack.shift();
}

/** Takes back the last change that was offered; false when there is none. */
export function undoLast(): boolean {
  const undo = stack.at(-1);
  if (!undo) return false;
  void run(undo);
  return true;
}

async function run(undo: Undo): Promise<void> {
  const place = stack.indexOf(undo);
  if (place < 0) return; // taken back already
  stack.splice(place, 1);
  const offer = offers.get(undo);
  if (offer !== undefined) toasts.close(offer);
  const result = await undo();
  if (result === 'refused') showToast(t('common_undo_refused'));
  else showToast(result.ok ? t('common_undone') : errorTitle(result.code));
}
