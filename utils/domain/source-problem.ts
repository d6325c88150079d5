import { z } from './zod.ts';

/**
 * Why a source could not be read. Foreseen outcomes, each with a sentence for people under `source_<code>` in `_locales`:
 * what happened, and what the reader can do instead (open it in a tab, paste the text).
 */
export const SourceProblem = z.enum([
  'not-web', // no http or https URL
  'private-address', // this machine or the network it is in: never fetched
  'no-access', // the reader withheld the host from the extension
  'unreachable', // no such host, refused, a circle of redirects, a certificate the browser does not trust
  'timed-out',
  'too-large',
  'wrong-type', // neither HTML, text nor PDF
  'not-found', // 404, 410
  'refused', // 401, 403, 429, 451: not for us, or not so often
  'server-error',
  'file-unreadable',
  'pdf-damaged',
  'pdf-locked', // needs a password
  'pdf-without-text', // pictures of pages
  'paywall',
  'robot-wall',
  'consent',
  'scripts-only', // the words come by a script that is not run
  'empty',
]);
export type SourceProblem = z.infer<typeof SourceProblem>;
