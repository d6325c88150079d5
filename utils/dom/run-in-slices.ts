/** A slice holds the main thread no longer than this (ms): half a frame at 60 Hz. */
export const SLICE_MS = 8;
/** A page that is never idle is still read (ms). */
const LONGEST_WAIT_MS = 1_000;

/** Runs `steps` in idle time, in slices of `SLICE_MS`. Resolves to their result, or to null once `signal` aborts. */
export function runInSlices<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const slice = (): void => {
      const end = performance.now() + SLICE_MS;
      try {
        let step: IteratorResult<void, T> | null = null;
        while (!signal.aborted && !step?.done && performance.now() < end) step = steps.next();
        if (signal.aborted) resolve(null);
        else if (step?.done) resolve(step.value);
        else whenIdle(slice);
      } catch (error) {
        reject(error);
      }
    };
    whenIdle(slice);
  });
}

// Safari has no requestIdleCallback.
const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
  else setTimeout(run, 50);
};
