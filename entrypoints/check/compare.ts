import type { Checker, Compared } from '../../components/check/checker.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import CheckWorker from './check-worker.ts?worker';

/** What the worker is asked, and answers. */
export interface CompareRequest {
  quote: string;
  speaker: string | null;
  page: PageText;
}

/** A worker for each comparison: it ends with it, and its memory too. */
export const compare: Checker['compare'] = (quote, speaker, page, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null);
    const worker = new CheckWorker();
    const end = (check: Compared | null): void => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve(check);
    };
    const stop = (): void => end(null);
    signal.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Compared>) => end(data);
    worker.onerror = (event) => {
      end(null);
      reject(new Error(`the comparison failed: ${event.message}`)); // a bug; the surface's boundary tells it
    };
    worker.postMessage({ quote, speaker, page } satisfies CompareRequest);
  });
