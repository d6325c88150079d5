import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fieldOf, withField } from '../../../components/annotation-fields.ts';
import { journalDraft, journalledDrafts } from '../../../components/draft-journal.ts';
import { DraftSaver, openDrafts, recoverDrafts, storeOpenDrafts } from '../../../components/draft-saver.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import type { ErrorCode, Result } from '../../../utils/domain/error-code.ts';
import { anAnnotation, note } from './an-annotation.ts';

/** A database of one annotation, and a storage that outlives the surface. */
let stored: Annotation;
let failure: ErrorCode | null;
let writes: string[];

const change = async (_: string, edit: (annotation: Annotation) => Annotation): Promise<Result<Annotation>> => {
  await Promise.resolve();
  if (failure) return { ok: false, code: failure };
  stored = edit(stored);
  writes.push(fieldOf(stored, 'note'));
  return { ok: true, value: stored };
};
const saver = (): DraftSaver => new DraftSaver(stored.id, 'note', fieldOf(stored, 'note'), change);
const inDatabase = (): string => fieldOf(stored, 'note');
const journal = () => journalledDrafts(Number.POSITIVE_INFINITY).map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  const texts = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    get length() {
      return texts.size;
    },
    key: (i: number) => [...texts.keys()][i] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
    removeItem: (key: string) => texts.delete(key),
  });
  stored = anAnnotation([note('old')]);
  failure = null;
  writes = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is stored after a pause, once for many keys', async () => {
    const draft = saver();
    for (const text of ['a', 'ab', 'abc']) draft.type(text);
    expect(writes).toEqual([]);
    await vi.runAllTimersAsync();
    expect(writes).toEqual(['abc']);
  });

  it('is stored while one types on without a pause', async () => {
    const draft = saver();
    for (let i = 0; i < 20; i++) {
      draft.type('x'.repeat(i + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(writes.length).toBeGreaterThan(0);
  });

  it('is in the journal from the first key until it is stored', async () => {
    const draft = saver();
    draft.type('new');
    expect(journal()).toEqual(['new']);
    await draft.flush();
    expect([journal(), inDatabase(), draft.state.saved]).toEqual([[], 'new', true]);
  });

  it('that could not be stored stays on the screen and in the journal, and the next flush stores it', async () => {
    const draft = saver();
    failure = 'disk-full';
    draft.type('new');
    await draft.flush();
    expect([draft.state.text, draft.state.code, journal()]).toEqual(['new', 'disk-full', ['new']]);
    failure = null;
    await draft.flush();
    expect([inDatabase(), draft.state.code, journal()]).toEqual(['new', null, []]);
  });

  it('what is typed while it is being stored is stored after it', async () => {
    const draft = saver();
    draft.type('one');
    const first = draft.flush();
    draft.type('one two');
    await first;
    await draft.flush();
    expect([inDatabase(), draft.state.text, writes]).toEqual(['one two', 'one two', ['one', 'one two']]);
  });
});

describe('a draft whose surface is left', () => {
  const left = (draft: DraftSaver) => {
    const sent: unknown[] = [];
    draft.leave((typed) => sent.push(typed));
    return sent;
  };

  it('tells in one word what is typed and what stood there, also while it is being stored', async () => {
    const draft = saver();
    expect(left(draft)).toEqual([]);
    draft.type('new');
    const typed = { id: stored.id, field: 'note', base: 'old', text: 'new' };
    expect(left(draft)).toEqual([typed]);
    const saving = draft.flush();
    expect(left(draft)).toEqual([typed]);
    await saving;
    expect(left(draft)).toEqual([]);
  });
});

describe('a draft and another surface', () => {
  it('shows what the other one stored as long as nothing is typed here', () => {
    const draft = saver();
    draft.stored('theirs');
    expect(draft.state.text).toBe('theirs');
  });

  it('keeps what is typed here when the other one stores', async () => {
    const draft = saver();
    draft.type('mine');
    draft.stored('theirs');
    expect(draft.state.text).toBe('mine');
    await draft.flush();
  });

  it('a note has both texts afterwards, and says so', async () => {
    const draft = saver();
    draft.type('mine');
    stored = withField(stored, 'note', 'theirs');
    await draft.flush();
    expect([inDatabase(), draft.state.text, draft.state.theirs]).toEqual(['theirs\n\nmine', 'theirs\n\nmine', 'theirs']);
  });

  it('typing on while theirs is joined in does not double what was typed', async () => {
    stored = anAnnotation([note('start')]);
    const draft = saver();
    stored = withField(stored, 'note', 'X');
    draft.type('hello');
    const first = draft.flush();
    draft.type('hello wo');
    await first;
    await draft.flush();
    expect([inDatabase(), draft.state.text]).toEqual(['X\n\nhello wo', 'X\n\nhello wo']);
    draft.type('X\n\nhello world');
    await draft.flush();
    expect(inDatabase()).toBe('X\n\nhello world');
  });

  it('does not fall back to the old text when the database tells it late', async () => {
    const draft = saver();
    draft.type('new');
    await draft.flush();
    draft.stored('new');
    expect(draft.state.text).toBe('new');
  });
});

describe('drafts that a closed surface left', () => {
  const left = { id: anAnnotation().id, field: 'note' as const, base: 'old', text: 'typed at the end', at: 1_000 };

  it('are stored', async () => {
    journalDraft(left);
    await recoverDrafts(change, 60_000);
    expect([inDatabase(), journal()]).toEqual(['typed at the end', []]);
  });

  it('are joined with what was stored since', async () => {
    journalDraft(left);
    stored = withField(stored, 'note', 'written elsewhere');
    await recoverDrafts(change, 60_000);
    expect(inDatabase()).toBe('written elsewhere\n\ntyped at the end');
  });

  it('of a note that was joined with another’s already are not joined twice', async () => {
    journalDraft({ ...left, base: 'mine', text: 'mine, and more' });
    stored = withField(stored, 'note', 'written elsewhere\n\nmine');
    await recoverDrafts(change, 60_000);
    expect(inDatabase()).toBe('written elsewhere\n\nmine, and more');
  });

  it('of a surface that is still open are left to it', async () => {
    journalDraft({ ...left, at: 59_000 });
    await recoverDrafts(change, 60_000);
    expect(writes).toEqual([]);
  });

  it('stay in the journal while the database does not open, and go with a deleted annotation', async () => {
    journalDraft(left);
    failure = 'database-unavailable';
    await recoverDrafts(change, 60_000);
    expect(journal()).toEqual([left.text]);
    failure = 'no-such-annotation';
    await recoverDrafts(change, 60_000);
    expect(journal()).toEqual([]);
  });

  it('a cut off or foreign entry is removed, other keys are not touched', async () => {
    localStorage.setItem('draft/x/note', '{"id":"x"');
    localStorage.setItem('draft/y/note', '{"id":1}');
    localStorage.setItem('other', 'kept');
    await recoverDrafts(change, 60_000);
    expect([localStorage.length, localStorage.getItem('other'), writes]).toEqual([1, 'kept', []]);
  });

  it('without storage there is no journal, and no error', () => {
    vi.stubGlobal('localStorage', undefined);
    journalDraft(left);
    expect(journal()).toEqual([]);
  });
});

describe('a surface that is about to go', () => {
  afterEach(() => openDrafts.clear());

  it('waits until what was typed a moment ago is stored', async () => {
    const draft = saver();
    openDrafts.add(draft);
    draft.type('typed and left');
    expect(await storeOpenDrafts()).toBe(true);
    expect(inDatabase()).toBe('typed and left');
  });

  it('learns that something could not be stored', async () => {
    const draft = saver();
    openDrafts.add(draft);
    failure = 'disk-full';
    draft.type('no room for this');
    expect(await storeOpenDrafts()).toBe(false);
  });
});
