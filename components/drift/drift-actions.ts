import type { FoundPlace, LastAnchor } from '../../utils/domain/anchor.ts';
import type { Annotation, Target } from '../../utils/domain/annotation.ts';
import type { Result } from '../../utils/domain/error-code.ts';
import type { Selector } from '../../utils/domain/selector.ts';
import { nowIn, withWording, withWordingBack } from '../../utils/domain/wording.ts';
import { ask } from '../../utils/messaging/ask.ts';
import type { Response } from '../../utils/messaging/protocol.ts';
import { annotationStore } from '../annotation-store.ts';
import { change, repaint } from '../store.ts';
import { t } from '../t.ts';
import { reportFailure, showToast } from '../toasts.ts';
import { offerUndo } from '../undo.ts';
import { anchorsChanged } from './use-last-anchor.ts';

export type SearchedPlace = Response<'annotation.search'>['places'][number];

/** Takes the words of a place in the stead of those that are kept; the undo brings these back, the history with them. */
export async function takeWording(
  { id }: Annotation,
  place: FoundPlace,
  said: string,
  document?: SearchedPlace['document'],
): Promise<void> {
  let before: Target | null = null;
  const until = new Date().toISOString();
  const result = await change(id, (now) => {
    before = now.target;
    return withWording(now, place, until, document);
  });
  reportFailure(result);
  if (result.ok && before) offerWordingBack(id, place.selector, before, said);
}

/** Attaches an annotation to what is selected in a tab. */
export async function attachToSelection({ id, target }: Annotation, tabId: number): Promise<void> {
  const result = await ask('annotation.attach', { tabId, id });
  if (!result.ok) return reportFailure(result);
  const { annotation } = result.value;
  if (annotation === null) showToast(t('drift_nothing_selected'));
  else offerWordingBack(id, annotation.target.selector, target, t('drift_attached'));
}

function offerWordingBack(id: string, selector: Selector[], before: Target, said: string): void {
  offerUndo(said, async () => {
    let back = false;
    const undone = await change(id, (now) => {
      const after = withWordingBack(now, selector, before);
      back = after !== now;
      return after;
    });
    return undone.ok && !back ? 'refused' : undone;
  });
}

/** The reader keeps their own words and is not told again of these. */
export async function keepOwn({ annotationId, dismissed, places: [place] }: LastAnchor): Promise<void> {
  const put = async (words: string | null): Promise<Result<void>> => {
    const result = await annotationStore.dismiss(annotationId, words);
    if (result.ok) anchorsChanged();
    return result;
  };
  const result = await put(nowIn(place?.diff ?? []));
  reportFailure(result);
  if (result.ok) offerUndo(t('drift_kept_own'), () => put(dismissed));
}

/** Looks for a passage in all pages that are open, its own and others. Its own look again, too. */
export async function searchAgain({ id }: Annotation): Promise<SearchedPlace[] | null> {
  repaint();
  const result = await ask('annotation.search', { id });
  reportFailure(result);
  return result.ok ? result.value.places : null;
}
