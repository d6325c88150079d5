import { annotations } from '../utils/db/annotations.ts';
import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import type { Result } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';
import { annotationStore } from './annotation-store.ts';
import { errorTitle } from './error-text.ts';
import { plural } from './t.ts';
import { showToast } from './toasts.ts';
import { offerUndo } from './undo.ts';

type Edit = (annotation: Annotation) => Annotation;

/**
 * Changes one annotation in one transaction and lets open pages repaint when its highlight changed.
 * An edit that returns its argument writes nothing new. Failures are the caller's to show.
 */
export async function change(id: string, edit: Edit): Promise<Result<Annotation>> {
  let before: Annotation | null = null;
  const result = await annotationStore.change(id, (annotation) => {
    before = annotation;
    return edit(annotation);
  });
  if (result.ok && before !== null && paints(before) !== paints(result.value)) repaint();
  return result;
}

/**
 * Changes one annotation and offers to take it back. `inverse` undoes this change only, whatever else was edited since
 * (removing a tag ⇄ adding it). A failure is told in a toast.
 */
export async function changeWithUndo(id: string, edit: Edit, inverse: Edit, said: string): Promise<void> {
  const result = await change(id, edit);
  if (result.ok) offerUndo(said, () => change(id, inverse));
  else showToast(errorTitle(result.code));
}

/** Changes many, all or none, and offers to put back those that nobody has changed since. */
export async function changeAllWithUndo(ids: string[], edit: Edit, said: (count: number) => string): Promise<Result<Annotation[]>> {
  const before = new Map<string, Annotation>();
  const result = await annotations.changeAll(ids, (annotation) => {
    before.set(annotation.id, annotation);
    return edit(annotation);
  });
  if (!result.ok) {
    showToast(errorTitle(result.code));
    return result;
  }
  repaint();
  const written = new Map(result.value.map((annotation) => [annotation.id, annotation.modified]));
  offerUndo(said(result.value.length), async () => {
    let put = 0;
    const undone = await annotations.changeAll([...written.keys()], (now) => {
      const then = before.get(now.id);
      if (!then || now.modified !== written.get(now.id)) return now;
      put += 1;
      return then;
    });
    repaint();
    return undone.ok && put === 0 && written.size > 0 ? 'refused' : undone;
  });
  return result;
}

/** Puts annotations into the bin and offers to take them out again. */
export async function removeWithUndo(ids: string[]): Promise<Result<string[]>> {
  const result = await annotationStore.remove(ids);
  if (!result.ok) {
    showToast(errorTitle(result.code));
    return result;
  }
  repaint();
  offerUndo(plural('annotation_deleted', result.value.length), () => restore(result.value));
  return result;
}

/** Puts annotations into the bin without a word: to take back that they were kept. */
export async function removeQuietly(ids: string[]): Promise<Result<string[]>> {
  const result = await annotationStore.remove(ids);
  if (result.ok) repaint();
  return result;
}

export async function restore(ids: string[]): Promise<Result<string[]>> {
  const result = await annotationStore.restore(ids);
  if (result.ok) repaint();
  return result;
}

/** Lets open pages look again. Nobody waits for it: a page that cannot be reached looks again when it is next shown. */
export function repaint(): void {
  void ask('store.changed', {});
}

/** What of an annotation its page shows: its highlight, and the correction that it may have become. */
const paints = (annotation: Annotation): string => {
  const { target, deleted } = annotation;
  const quotation = quotationOf(annotation);
  return JSON.stringify([target.styleClass, target.selector, deleted, quotation?.speaker, quotation?.source, quotation?.correction]);
};
