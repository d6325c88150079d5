/** Firefox answers at once; without its permission it would wait on a prompt for ever. */
const TIMEOUT_MS = 2000;

/**
 * Asks the browser not to evict our storage. From an extension page, once a start: in Chromium's worker the function is missing
 * (there `unlimitedStorage` exempts from eviction by itself). Answers whether storage is persistent, null when the browser does not say.
 */
export async function askToPersist(): Promise<boolean | null> {
  const storage = globalThis.navigator?.storage;
  if (typeof storage?.persist !== 'function') return null;
  const silence = new Promise<null>((resolve) => setTimeout(resolve, TIMEOUT_MS, null));
  return Promise.race([storage.persist().catch(() => null), silence]); // a refusal is an answer: null
}
