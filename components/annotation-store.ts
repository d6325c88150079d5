import { anchors } from '../utils/db/anchors.ts';
import { annotations } from '../utils/db/annotations.ts';
import { openDatabase } from '../utils/db/database.ts';
import type { LastAnchor } from '../utils/domain/anchor.ts';
import type { Annotation } from '../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';
import { follow } from '../utils/messaging/follow.ts';
import type { Request } from '../utils/messaging/protocol.ts';

/** What the editor of one annotation needs of the database. */
export interface AnnotationStore {
  open(): Promise<Result<void>>;
  /** Tells the annotation now and after every change, until `signal` aborts; null when there is none. */
  follow(id: string, onValue: (annotation: Annotation | null) => void, signal: AbortSignal): void;
  change(id: string, edit: (annotation: Annotation) => Annotation): Promise<Result<Annotation>>;
  /**
   * Where a change takes several messages: what was typed over `base`, in one, for a surface that is being left. Nobody learns whether it
   * was stored.
   */
  leave?: (typed: Request<'annotation.typed'>) => void;
  /** What the last visits found of it; null where there was none. */
  lastAnchor(id: string): Promise<LastAnchor | null>;
  /** See `anchors.dismiss`. */
  dismiss(id: string, words: string | null): Promise<Result<void>>;
  /** Both answer the ids that this call changed. */
  remove(ids: string[]): Promise<Result<string[]>>;
  restore(ids: string[]): Promise<Result<string[]>>;
  tagCounts(): Promise<{ tag: string; count: number }[]>;
  speakerNames(): Promise<string[]>;
}

/** Two surfaces that write at the very same time: one of them reads again. More often than this is no coincidence. */
const TRIES = 5;

/** The same over messages: the background reads and writes. */
const byMessages: AnnotationStore = {
  async open() {
    const answer = await ask('vocabulary', {});
    return answer.ok ? ok(undefined) : answer;
  },
  follow,
  async change(id, edit) {
    for (let i = 0; i < TRIES; i++) {
      const read = await ask('annotation.get', { id });
      if (!read.ok) return read;
      const before = read.value.annotation;
      if (before === null || before.deleted !== null) return fail('no-such-annotation');
      const annotation = edit(before);
      if (annotation === before) return ok(before);
      const written = await ask('annotation.replace', { annotation, basedOn: before.modified });
      if (!written.ok) return written;
      if (written.value.annotation !== null) return ok(written.value.annotation);
    }
    return fail('no-answer');
  },
  leave: (typed) => void ask('annotation.typed', typed),
  async lastAnchor(id) {
    const answer = await ask('anchor.get', { id });
    return answer.ok ? answer.value.anchor : null; // what is wrong is said where the annotation itself is read
  },
  async dismiss(id, words) {
    const answer = await ask('anchor.dismiss', { id, words });
    return answer.ok ? ok(undefined) : answer;
  },
  remove: async (ids) => idsOf(await ask('annotation.remove', { ids })),
  restore: async (ids) => idsOf(await ask('annotation.restore', { ids })),
  tagCounts: async () => (await known()).tags,
  speakerNames: async () => (await known()).speakers,
};

async function known(): Promise<{ tags: { tag: string; count: number }[]; speakers: string[] }> {
  const answer = await ask('vocabulary', {});
  return answer.ok ? answer.value : { tags: [], speakers: [] }; // completion only: without it one types
}

const idsOf = (result: Result<{ ids: string[] }>): Result<string[]> => (result.ok ? ok(result.value.ids) : result);

/**
 * In a frame of somebody else's page (the card) the browser may deny our own origin its storage ("block third-party cookies") or
 * keep it apart by site; there everything goes by messages. Pages of ours in a tab, popup or panel use the database directly.
 */
export const annotationStore: AnnotationStore =
  globalThis.top === globalThis.self
    ? { ...annotations, lastAnchor: anchors.get, dismiss: anchors.dismiss, open: openDatabase }
    : byMessages;
