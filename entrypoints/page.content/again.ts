/** Waits (ms) before what failed is tried again: a background that was stopped is back within a second. */
const AGAIN_MS = [500, 2_000, 8_000];

export interface Again {
  /** It failed: tries again later, unless that was the last wait. Several failures before then are one. */
  later(): void;
  /** It succeeded, or is tried for another reason: nothing is waited for; `later` starts with the shortest wait. */
  reset(): void;
}

/** Tries `run` again after failures, three times in a row at most. Nothing is left to run once `signal` aborts. */
export function again(run: () => void, signal: AbortSignal): Again {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    later() {
      clearTimeout(timer);
      const delay = AGAIN_MS[failed++];
      if (delay !== undefined && !signal.aborted) timer = setTimeout(run, delay);
    },
    reset() {
      clearTimeout(timer);
      failed = 0;
    },
  };
}
