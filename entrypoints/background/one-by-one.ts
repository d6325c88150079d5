/** A queue: each job starts when the one before it has ended, however that ended. For "look, then write" that must not interleave. */
export function oneByOne(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(job);
    last = next.catch(() => undefined); // whoever queued the job gets its error; the next job must not
    return next;
  };
}
