import { ask } from '../../utils/messaging/ask.ts';
import { reportFailure } from '../toasts.ts';
import type { CheckSubject } from './check-subject.ts';

/** Keeps the quotation that a tab shows; the annotation's id, null when it could not be kept (told in a toast). */
export async function keepSubject({ place }: CheckSubject): Promise<string | null> {
  if (place === null) return null;
  const result = await ask('quotation.keep', place);
  reportFailure(result);
  return result.ok ? result.value.id : null;
}
