import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { checkJobs } from '../../../utils/db/check-jobs.ts';
import { CheckJob } from '../../../utils/domain/check-job.ts';

const job = (quote: string, url: string | null = 'https://gazette.example/', annotationId: string | null = null) => ({
  annotationId,
  quote,
  speaker: null,
  source: null,
  page: { url: 'https://weblog.example/', title: 'A post' },
  url,
});
const take = async (fits: (job: CheckJob) => boolean = () => true): Promise<CheckJob | null> => {
  const taken = await checkJobs.take(fits);
  if (!taken.ok) throw new Error(taken.code);
  return taken.value;
};
const states = async (): Promise<string[]> => (await checkJobs.all()).map(({ quote, state }) => `${quote} ${state}`);

beforeEach(async () => void (await annotations.clearAll()));

describe('quotes that wait to be checked', () => {
  it('are taken in the order they came in, each once', async () => {
    await checkJobs.add([job('a'), job('b')]);
    await checkJobs.add([job('c')]);
    expect([(await take())?.quote, (await take((one) => one.quote === 'c'))?.quote, (await take())?.quote, await take()]).toEqual([
      'a',
      'c',
      'b',
      null,
    ]);
    for (const one of await checkJobs.all()) expect(CheckJob.parse(one)).toEqual(one);
  });

  it('without an address wait for the reader to choose a source', async () => {
    await checkJobs.add([job('a', null)]);
    expect(await take()).toBeNull();
    expect(await states()).toEqual(['a no-source']);
  });

  it('of an annotation wait once', async () => {
    await checkJobs.add([job('a', undefined, 'one')]);
    await checkJobs.add([job('a', undefined, 'one'), job('b', undefined, 'two')]);
    expect(await states()).toEqual(['a waiting', 'b waiting']);
    await take();
    await checkJobs.add([job('a', undefined, 'one')]);
    expect(await states()).toEqual(['a running', 'b waiting', 'a waiting']);
  });

  it('wait again after their page was closed, and when the reader wants those that failed again', async () => {
    await checkJobs.add([job('a'), job('b')]);
    const first = await take();
    await take();
    await checkJobs.finish(first?.id ?? '', { state: 'failed', problem: 'unreachable', record: null });
    expect(await states()).toEqual(['a failed', 'b running']);
    await checkJobs.requeue(['running']);
    expect(await states()).toEqual(['a failed', 'b waiting']);
    await checkJobs.requeue(['failed']);
    expect(await states()).toEqual(['a waiting', 'b waiting']);
    expect((await checkJobs.all())[0]?.problem).toBeNull();
  });

  it('stay away when they were removed while they ran, and go with everything else', async () => {
    await checkJobs.add([job('a'), job('b')]);
    const first = await take();
    await checkJobs.remove([first?.id ?? '']);
    await checkJobs.finish(first?.id ?? '', { state: 'done', problem: null, record: null });
    expect(await states()).toEqual(['b waiting']);
    await annotations.clearAll();
    expect(await checkJobs.all()).toEqual([]);
  });
});
