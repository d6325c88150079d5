import type { Annotation } from '../utils/domain/annotation.ts';
import type { ErrorCode, Result } from '../utils/domain/error-code.ts';
import { type Field, fieldOf, mergeField, withField } from './annotation-fields.ts';
import { forgetDraft, journalDraft, journalledDrafts } from './draft-journal.ts';

type Change = (id: string, edit: (annotation: Annotation) => Annotation) => Promise<Result<Annotation>>;

/** What was typed into a field, and what stood there before. */
type Typed = { id: string; field: Field; base: string; text: string };

export type DraftState = {
  text: string;
  saved: boolean;
  code: ErrorCode | null /** What another surface wrote and mine replaced or joined. */;
  theirs: string | null;
};

// Long enough for a few keystrokes, so that the library is not filtered anew at each; no typing waits longer than the second.
const PAUSE_MS = 300;
const LONGEST_MS = 1_200;

/**
 * One field of one annotation while it is typed into. Shows the stored text until the reader types, then theirs, and stores it
 * after a pause and on `flush`. Each save starts from what is stored then, so that other fields and other surfaces keep theirs.
 */
export class DraftSaver {
  private readonly id: string;
  private readonly field: Field;
  private readonly change: Change;
  private base: string;
  /** What the last save wrote of theirs in front of mine, while the screen shows mine alone; else empty. */
  private joined = '';
  private dirty = false;
  private typedSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private pending = 0;
  private readonly listeners = new Set<() => void>();
  state: DraftState;

  constructor(id: string, field: Field, stored: string, change: Change) {
    this.id = id;
    this.field = field;
    this.change = change;
    this.base = stored;
    this.state = { text: stored, saved: true, code: null, theirs: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The reader typed. */
  type(text: string): void {
    const now = Date.now();
    if (!this.dirty) this.typedSince = now;
    this.dirty = true;
    journalDraft({ id: this.id, field: this.field, base: this.base, text, at: now });
    this.show({ text, saved: false });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), now - this.typedSince > LONGEST_MS ? 0 : PAUSE_MS);
  }

  /** The database says what is stored; unsaved typing is not replaced by it. */
  stored(text: string): void {
    if (this.dirty || this.pending > 0 || text === this.base) return;
    this.base = text;
    this.show({ text, saved: true, theirs: null });
  }

  /** Stores what is typed; resolves when it is stored or has failed. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.dirty) {
      this.dirty = false;
      this.pending += 1;
      const mine = this.state.text;
      this.saving = this.saving.then(() => this.save(mine)).finally(() => (this.pending -= 1));
    }
    return this.saving;
  }

  /** The surface is being left, and what takes several steps would not come to its end: `send` gets what is not stored yet. */
  leave(send: (typed: Typed) => void): void {
    if (this.dirty || this.pending > 0) send({ id: this.id, field: this.field, base: this.base, text: this.state.text });
  }

  private async save(mine: string): Promise<void> {
    let merged = { text: mine, conflict: false };
    let theirs = this.base;
    const result = await this.change(this.id, (annotation) => {
      theirs = fieldOf(annotation, this.field);
      merged = this.merge(theirs, mine);
      return withField(annotation, this.field, merged.text);
    });
    if (!result.ok) {
      this.dirty = true; // kept on screen and in the journal; the next key stroke or flush tries again
      this.show({ code: result.code });
      return;
    }
    // Of what is joined already, theirs was told by the save that joined it.
    const conflict = merged.conflict && this.joined === '' ? { theirs } : {};
    if (this.state.text === mine) {
      this.base = merged.text;
      this.joined = '';
      forgetDraft(this.id, this.field);
      this.show({ text: merged.text, saved: true, code: null, ...conflict });
    } else {
      this.base = mine; // typed on: the screen has mine alone, theirs stays in front of it
      this.joined = merged.text.endsWith(mine) ? merged.text.slice(0, merged.text.length - mine.length) : '';
      this.show({ code: null, ...conflict });
    }
  }

  /** Once theirs stands in front of what is typed, it stays there as long as nobody else writes. */
  private merge(theirs: string, mine: string): { text: string; conflict: boolean } {
    if (this.joined !== '' && theirs === this.joined + this.base) return { text: this.joined + mine, conflict: true };
    return mergeField(this.field, this.base, theirs, mine);
  }

  private show(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** The fields that are on screen now. */
export const openDrafts = new Set<DraftSaver>();

/** Stores all that is typed on this surface; true when all of it is stored. To be awaited before the surface goes. */
export async function storeOpenDrafts(): Promise<boolean> {
  const drafts = [...openDrafts];
  await Promise.all(drafts.map((draft) => draft.flush()));
  return drafts.every(({ state }) => state.saved);
}

// A draft younger than this belongs to a surface that is still open and stores it itself.
const ABANDONED_MS = 5_000;

/** Stores drafts that a closed surface left in the journal. What cannot be stored now stays there; a deleted annotation's is dropped. */
export async function recoverDrafts(change: Change, now: number = Date.now()): Promise<void> {
  for (const { id, field, base, text } of journalledDrafts(now - ABANDONED_MS)) {
    const result = await change(id, (annotation) =>
      withField(annotation, field, mergeField(field, base, fieldOf(annotation, field), text).text),
    );
    if (result.ok || result.code === 'no-such-annotation') forgetDraft(id, field);
  }
}
