/** A slice begins no step after this (ms); with its last step it stays below 8 ms, half a frame at 60 Hz (`tests/bench/main-thread.ts`). */
export const SLICE_MS = 6;
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
        // In a task of its own: who waits for it sends it off, which for 1 MB takes as long as a slice.
        else if (step?.done) setTimeout(resolve, 0, step.value);
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
