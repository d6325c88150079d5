import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { database } from '../../../utils/db/database.ts';
import { note, quotation, sample, tag } from '../db/sample.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { World } from './world.ts';

const stored = sample(1, { body: [tag('harbour'), quotation('Mara Lind', null)] });
const { id } = stored;
let world: World;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
  await annotations.create(stored);
});
afterEach(() => vi.restoreAllMocks());

describe('editing from the card', () => {
  it('gives an annotation, or null', async () => {
    expect(await world.fromOwn('annotation.get', { id })).toEqual({ ok: true, value: { annotation: stored } });
    expect(await world.fromOwn('annotation.get', { id: 'x' })).toEqual({ ok: true, value: { annotation: null } });
  });

  it('replaces what the card knows', async () => {
    const edited = { ...stored, body: [note('n')] };
    const answer = await world.fromOwn('annotation.replace', { annotation: edited, basedOn: stored.modified });
    const written = await annotations.get(id);
    expect(answer).toEqual({ ok: true, value: { annotation: written } });
    expect(written).toMatchObject({ body: [note('n')], motivation: 'commenting', created: stored.created });
    expect(written?.modified).not.toBe(stored.modified);
  });

  it('writes nothing over what was changed elsewhere meanwhile', async () => {
    await annotations.addTags([id], ['elsewhere']);
    const edited = { ...stored, body: [note('n')] };
    const answer = await world.fromOwn('annotation.replace', { annotation: edited, basedOn: stored.modified });
    expect(answer).toEqual({ ok: true, value: { annotation: null } });
    expect((await annotations.get(id))?.body).toContainEqual(tag('elsewhere'));
  });

  it('of two cards that write at once, one wins and the other is told', async () => {
    const replace = (text: string) =>
      world.fromOwn('annotation.replace', { annotation: { ...stored, body: [note(text)] }, basedOn: stored.modified });
    const answers = await Promise.all([replace('a'), replace('b')]);
    expect(answers.map((answer) => answer.ok && answer.value.annotation !== null)).toEqual([true, false]);
    expect((await annotations.get(id))?.body).toEqual([note('a')]);
  });

  it('stores what was typed when the card was left, beside what came from elsewhere', async () => {
    const typed = { id, field: 'note', base: '', text: 'mine' } as const;
    expect(await world.fromOwn('annotation.typed', typed)).toEqual({ ok: true, value: {} });
    expect(await world.fromOwn('annotation.typed', typed)).toEqual({ ok: true, value: {} });
    expect((await annotations.get(id))?.body).toContainEqual(note('mine'));
    await world.fromOwn('annotation.typed', { ...typed, base: 'older', text: 'later' });
    expect((await annotations.get(id))?.body).toContainEqual(note('mine\n\nlater'));
  });

  it('does not replace a deleted one', async () => {
    await annotations.remove([id]);
    expect(await world.fromOwn('annotation.replace', { annotation: stored, basedOn: stored.modified })).toEqual({
      ok: false,
      code: 'no-such-annotation',
    });
  });

  it('removes and restores', async () => {
    expect(await world.fromOwn('annotation.remove', { ids: [id, 'x'] })).toEqual({ ok: true, value: { ids: [id] } });
    expect(await annotations.count()).toBe(0);
    expect(await world.fromOwn('annotation.restore', { ids: [id] })).toEqual({ ok: true, value: { ids: [id] } });
    expect(await annotations.count()).toBe(1);
  });

  it('knows the words in use', async () => {
    expect(await world.fromOwn('vocabulary', {})).toEqual({
      ok: true,
      value: { tags: [{ tag: 'harbour', count: 1 }], speakers: ['Mara Lind'] },
    });
  });

  it('is closed to pages', async () => {
    const frame = world.load(samplePage({ url: stored.target.source }));
    await world.visit(frame);
    const refused = { ok: false, code: 'not-allowed' };
    expect(await world.fromPage(frame, 'annotation.get', { id })).toEqual(refused);
    expect(await world.fromPage(frame, 'annotation.remove', { ids: [id] })).toEqual(refused);
    expect(await world.fromPage(frame, 'annotation.replace', { annotation: stored, basedOn: stored.modified })).toEqual(refused);
    expect(await world.fromPage(frame, 'vocabulary', {})).toEqual(refused);
  });

  it('says when there is no database', async () => {
    await world.startWorker();
    database.close();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'InvalidStateError');
    });
    const unavailable = { ok: false, code: 'database-unavailable' };
    expect(await world.fromOwn('annotation.get', { id })).toEqual(unavailable);
    expect(await world.fromOwn('vocabulary', {})).toEqual(unavailable);
    expect(await world.fromOwn('annotation.remove', { ids: [id] })).toEqual(unavailable);
    vi.restoreAllMocks();
    await database.open();
  });
});
