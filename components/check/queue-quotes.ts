import { checkJobs } from '../../utils/db/check-jobs.ts';
import { type Annotation, exactOf, quotationOf } from '../../utils/domain/annotation.ts';
import { linkable } from '../../utils/exchange/passage-url.ts';
import type { ShownQuotation } from '../../utils/messaging/protocol.ts';
import { openCheckPage } from '../open-surface.ts';
import { reportFailure } from '../toasts.ts';

type NewJob = Parameters<typeof checkJobs.add>[0][number];

/** Puts kept quotes on the list of those to check, and opens the list. Nothing is fetched before the reader says so there. */
export const queueAnnotations = (annotations: readonly Annotation[]): Promise<void> => queue(annotations.map(jobOf));

/** The same for quotes that a page shows; a kept one keeps its check. */
export function queueQuotations(shown: readonly ShownQuotation[], page: { url: string; title: string }): Promise<void> {
  return queue(
    shown.map(({ quotation: { text, speaker, source }, keptAs }) => ({
      annotationId: keptAs,
      quote: text,
      speaker,
      source,
      page,
      url: linkable(source?.url ?? null),
    })),
  );
}

async function queue(jobs: NewJob[]): Promise<void> {
  const added = await checkJobs.add(jobs);
  reportFailure(added);
  if (added.ok) openCheckPage({ kind: 'queue' });
}

function jobOf(annotation: Annotation): NewJob {
  const { id, target } = annotation;
  const quotation = quotationOf(annotation);
  const source = quotation?.source ?? null;
  return {
    annotationId: id,
    quote: exactOf(annotation),
    speaker: quotation?.speaker ?? null,
    source,
    page: { url: target.source, title: target.title },
    url: linkable(source?.url ?? null),
  };
}
