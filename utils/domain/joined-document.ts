import { z } from './zod.ts';

/** Pages that the reader says are one document: what is kept on one of them shows on all. */
export const JoinedDocument = z.object({
  id: z.uuid(),
  /** Addresses of the pages, as they were open; each names another document to `pageKey`. */
  urls: z.array(z.string().check(z.minLength(1), z.maxLength(16_384))).check(z.minLength(2), z.maxLength(500)),
  /** ISO 8601 UTC. */
  modified: z.iso.datetime(),
});
export type JoinedDocument = z.infer<typeof JoinedDocument>;
