import { CheckRecord } from './check.ts';
import { Source } from './quotation.ts';
import { SourceProblem } from './source-problem.ts';
import { z } from './zod.ts';

/** `no-source`: the page names none with a link, the reader has to choose one. */
export const CheckJobState = z.enum(['waiting', 'running', 'done', 'failed', 'no-source']);
export type CheckJobState = z.infer<typeof CheckJobState>;

/** One of many quotes that are checked against their sources, one after the other. Kept until the reader clears the list. */
export const CheckJob = z.object({
  id: z.uuid(),
  /** The annotation that keeps the quote; null for one that a page showed only. */
  annotationId: z.nullable(z.string()),
  quote: z.string(),
  speaker: z.nullable(z.string()),
  source: z.nullable(Source),
  /** The page that quotes. */
  page: z.object({ url: z.string(), title: z.string() }),
  /** Where the source is fetched from; null where none is known. */
  url: z.nullable(z.string()),
  state: CheckJobState,
  problem: z.nullable(SourceProblem),
  record: z.nullable(CheckRecord),
  /** Place in the list. */
  order: z.number(),
});
export type CheckJob = z.infer<typeof CheckJob>;
