import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { anAnnotation } from '../components/an-annotation.ts';
import { World } from './world.ts';

const WORDS = 'We have counted the boats again this spring and found 41 of them';
let world: World;
beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
});

async function keep(n: number, exact: string): Promise<string> {
  const id = `6f1d4f5e-0000-4000-8000-00000000000${n}`;
  const selector = [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }];
  const { target } = anAnnotation();
  const created = await annotations.create(anAnnotation([], { id, target: { ...target, source: `https://paper${n}.example/`, selector } }));
  expect(created.ok).toBe(true);
  return id;
}

it('versions of an utterance are compared with the longest', async () => {
  const part = await keep(1, WORDS.replace('41', '47'));
  const whole = await keep(2, `${WORDS}, more than in any year before`);
  await keep(3, 'Something else was said about the pier and the summer');
  const answer = await world.fromOwn('annotation.variants', { id: part });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      base: whole,
      versions: [
        { id: part, check: { verdict: 'altered' } },
        { id: whole, check: { verdict: 'verbatim' } },
      ],
    },
  });
  expect(answer).toMatchObject({ value: { versions: [{ check: { changes: [{ kind: 'number', quote: '47', source: '41' }] } }, {}] } });
});

it('an utterance that was kept once has no versions', async () => {
  const only = await keep(1, WORDS);
  expect(await world.fromOwn('annotation.variants', { id: only })).toEqual({ ok: true, value: { base: only, versions: [] } });
  expect(await world.fromOwn('annotation.variants', { id: 'gone' })).toEqual({ ok: false, code: 'no-such-annotation' });
});
