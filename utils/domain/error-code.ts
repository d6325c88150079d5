import { z } from './zod.ts';

/** Foreseen failures. Each has a sentence for people in `_locales` under `error_<code>`: what happened, what is safe, what to do. */
export const ErrorCode = z.enum([
  'not-allowed', // the asker may not ask this
  'bad-request', // the message does not fit its schema
  'no-page', // the tab shows no page that can be read (browser page, closed tab)
  'paused', // Saidso is paused here
  'page-changed', // the page is no longer the one the span was measured in
  'no-such-annotation',
  'database-blocked', // another version of the extension holds the database
  'database-unavailable', // private mode, disabled storage, broken profile
  'disk-full',
  'file-not-json',
  'file-foreign', // JSON, but not ours
  'file-newer', // written by a newer version
  'file-too-large',
  'file-unreadable', // moved, locked, or a folder
  'extension-updated', // this page's script belongs to an earlier version: only a reload helps
  'no-answer', // the background was stopped before it answered
  'unexpected',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** A foreseen outcome as a value. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode): Result<never> => ({ ok: false, code });
