import { describe, expect, it } from 'vitest';
import type { Checker, ReadOutcome } from '../../../../components/check/checker.ts';
import { type JobStore, runJobs } from '../../../../components/check/run-jobs.ts';
import type { CheckJob } from '../../../../utils/domain/check-job.ts';
import { fail, ok, type Result } from '../../../../utils/domain/error-code.ts';
import { aSource, compared } from './a-check.ts';

const job = (id: string, host: string, change: Partial<CheckJob> = {}): CheckJob => ({
  id,
  annotationId: null,
  quote: id,
  speaker: null,
  source: null,
  page: { url: 'https://weblog.example/', title: '' },
  url: `https://${host}/${id}`,
  state: 'waiting',
  problem: null,
  record: null,
  order: 0,
  ...change,
});

/** A list of jobs in memory, as the database keeps it. */
class Jobs implements JobStore {
  readonly list: CheckJob[];
  broken = false;
  constructor(list: CheckJob[]) {
    this.list = list;
  }
  async take(fits: (one: CheckJob) => boolean): Promise<Result<CheckJob | null>> {
    if (this.broken) return fail('disk-full');
    const found = this.list.find((one) => one.state === 'waiting' && fits(one));
    if (found === undefined) return ok(null);
    found.state = 'running';
    return ok({ ...found });
  }
  async finish(id: string, outcome: Partial<CheckJob>): Promise<Result<void>> {
    const found = this.list.find((one) => one.id === id);
    if (found) Object.assign(found, outcome);
    return ok(undefined);
  }
  states = (): string => this.list.map(({ id, state, problem }) => `${id} ${state}${problem ? ` ${problem}` : ''}`).join(', ');
}

/** Reads answer when they are let; how many are under way at once is noted by host. */
class SlowChecker implements Checker {
  readonly asked: string[] = [];
  readonly underWay = new Map<string, number>();
  readonly most = new Map<string, number>();
  mostAtOnce = 0;
  readonly answer: (url: string) => ReadOutcome;
  constructor(answer: (url: string) => ReadOutcome = () => ({ ok: true, value: aSource() })) {
    this.answer = answer;
  }
  read: Checker['read'] = async (input) => {
    const url = input.kind === 'url' ? input.url : '';
    this.asked.push(url);
    const { host } = new URL(url);
    this.#count(host, 1);
    await new Promise((resolve) => setTimeout(resolve));
    this.#count(host, -1);
    return this.answer(url);
  };
  compare: Checker['compare'] = async (_quote, _speaker, _page, signal) => (signal.aborted ? null : compared());
  #count(host: string, by: number): void {
    const now = (this.underWay.get(host) ?? 0) + by;
    this.underWay.set(host, now);
    this.most.set(host, Math.max(this.most.get(host) ?? 0, now));
    this.mostAtOnce = Math.max(
      this.mostAtOnce,
      [...this.underWay.values()].reduce((sum, n) => sum + n, 0),
    );
  }
}
const never = new AbortController().signal;
const keepNothing = async (): Promise<Result<unknown>> => ok(null);

describe('checking many quotes', () => {
  it('asks a host for two sources at a time, and four in all', async () => {
    const hosts = ['a.example', 'a.example', 'a.example', 'a.example', 'b.example', 'b.example', 'b.example', 'c.example', 'd.example'];
    const jobs = new Jobs(hosts.map((host, i) => job(`j${i}`, host)));
    const checker = new SlowChecker();
    expect(await runJobs({ store: jobs, checker, keep: keepNothing, signal: never })).toEqual({ ok: true, value: undefined });
    expect(jobs.list.every(({ state, record }) => state === 'done' && record?.check.verdict === 'verbatim')).toBe(true);
    expect(Math.max(...checker.most.values())).toBe(2);
    expect(checker.mostAtOnce).toBe(4);
  });

  it('reads a source once for all quotes from it', async () => {
    const url = 'https://a.example/one';
    const jobs = new Jobs([job('x', '', { url }), job('y', '', { url }), job('z', '', { url })]);
    const checker = new SlowChecker();
    await runJobs({ store: jobs, checker, keep: keepNothing, signal: never });
    expect(checker.asked).toEqual([url]);
    expect(jobs.states()).toBe('x done, y done, z done');
  });

  it('tells of each what became of it, and goes on after a failure', async () => {
    const jobs = new Jobs([job('x', 'down.example'), job('y', 'a.example')]);
    const checker = new SlowChecker((url) =>
      url.includes('down') ? { ok: false, problem: 'unreachable' } : { ok: true, value: aSource() },
    );
    await runJobs({ store: jobs, checker, keep: keepNothing, signal: never });
    expect(jobs.states()).toBe('x failed unreachable, y done');
  });

  it('keeps each check with its annotation, and tells it also where that was deleted meanwhile', async () => {
    const jobs = new Jobs([job('x', 'a.example', { annotationId: 'kept' }), job('y', 'b.example', { annotationId: 'gone' })]);
    const kept: string[] = [];
    const keep = async (id: string): Promise<Result<unknown>> => {
      if (id === 'gone') return fail('no-such-annotation');
      kept.push(id);
      return ok(null);
    };
    await runJobs({ store: jobs, checker: new SlowChecker(), keep, signal: never });
    expect(kept).toEqual(['kept']);
    expect(jobs.states()).toBe('x done, y done');
  });

  it('stops at once when it is paused; what ran stays to be run again', async () => {
    const life = new AbortController();
    const jobs = new Jobs([job('x', 'a.example'), job('y', 'a.example'), job('z', 'a.example')]);
    const checker = new SlowChecker(() => {
      life.abort();
      return { ok: true, value: aSource() };
    });
    await runJobs({ store: jobs, checker, keep: keepNothing, signal: life.signal });
    expect(jobs.states()).toBe('x running, y running, z waiting');
  });

  it('ends with the failure of storage', async () => {
    const jobs = new Jobs([job('x', 'a.example')]);
    jobs.broken = true;
    expect(await runJobs({ store: jobs, checker: new SlowChecker(), keep: keepNothing, signal: never })).toEqual({
      ok: false,
      code: 'disk-full',
    });
  });
});
