import { Pause, Play, RotateCcw, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { checkJobs } from '../../utils/db/check-jobs.ts';
import { CheckVerdict } from '../../utils/domain/check.ts';
import type { CheckJob } from '../../utils/domain/check-job.ts';
import { checkUrl } from '../../utils/messaging/check-address.ts';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { clip, Foreign } from '../Foreign.tsx';
import { Notice } from '../Notice.tsx';
import { formatNumber, t, underscored } from '../t.ts';
import { reportFailure } from '../toasts.ts';
import { CheckResult } from './CheckResult.tsx';
import type { Checker } from './checker.ts';
import { isGrave } from './is-grave.ts';
import { useQueue } from './use-queue.ts';

/** Many quotes, each checked against its source: how far it is, what came out, and what the reader has to look at. */
export function QueueView({ checker }: { checker: Checker }) {
  const { jobs, state, resume, pause } = useQueue(checker);
  if (jobs === undefined) return <p className="soft">{t('common_loading')}</p>;
  if (jobs.length === 0)
    return (
      <EmptyState title={t('check_queue_empty')}>
        <p className="soft">{t('check_queue_empty_help')}</p>
      </EmptyState>
    );
  const waiting = jobs.filter((job) => job.state === 'waiting' || job.state === 'running').length;
  const failed = jobs.filter((job) => job.state === 'failed').length;
  const ended = jobs.filter((job) => job.state !== 'waiting' && job.state !== 'running').map(({ id }) => id);
  return (
    <section className="stack" aria-labelledby="check-queue">
      <h2 id="check-queue">{t('check_queue')}</h2>
      <p role="status">{t('check_queue_progress', formatNumber(jobs.length - waiting), formatNumber(jobs.length))}</p>
      <progress aria-labelledby="check-queue" value={jobs.length - waiting} max={jobs.length} />
      <Summary jobs={jobs} />
      {state === 'elsewhere' ? <Notice title={t('check_queue_elsewhere')} /> : null}
      <div className="row">
        {state === 'running' ? (
          <Button icon={Pause} onPress={pause}>
            {t('check_queue_pause')}
          </Button>
        ) : waiting > 0 ? (
          <Button look="primary" icon={Play} onPress={resume}>
            {t('check_queue_resume')}
          </Button>
        ) : null}
        {failed > 0 ? (
          <Button icon={RotateCcw} onPress={() => void checkJobs.requeue(['failed']).then(reportFailure).then(resume)}>
            {t('check_queue_again')}
          </Button>
        ) : null}
        {ended.length > 0 ? (
          <Button icon={Trash2} onPress={() => void checkJobs.remove(ended).then(reportFailure)}>
            {t('check_queue_clear')}
          </Button>
        ) : null}
      </div>
      <ul className="jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <Job job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many came out how. */
function Summary({ jobs }: { jobs: CheckJob[] }) {
  const counts = CheckVerdict.options.map(
    (verdict) => [verdict, jobs.filter(({ record }) => record?.check.verdict === verdict).length] as const,
  );
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  const without = jobs.filter(({ state }) => state === 'no-source').length;
  return (
    <ul className="row summary">
      {counts.map(([verdict, count]) =>
        count === 0 ? null : (
          <li key={verdict} className="badge" data-verdict={verdict}>
            {t(`check_verdict_${underscored(verdict)}`)}: {formatNumber(count)}
          </li>
        ),
      )}
      {failed === 0 ? null : (
        <li className="badge">
          {t('check_queue_failed')}: {formatNumber(failed)}
        </li>
      )}
      {without === 0 ? null : (
        <li className="badge">
          {t('check_queue_no_source')}: {formatNumber(without)}
        </li>
      )}
    </ul>
  );
}

function Job({ job }: { job: CheckJob }) {
  const { quote, record, annotationId, page } = job;
  return (
    <article className="job stack">
      <p dir="auto" className="job-quote">
        {clip(quote, 280)}
      </p>
      <p className="small row">
        <strong className="badge" data-verdict={record?.check.verdict}>
          {stateText(job)}
        </strong>
        <span className="soft">
          <Foreign max={80}>{job.source?.name ?? job.url ?? page.title}</Foreign>
        </span>
        {/* Of a quote that is not kept only its words are left: the tab that showed it may be gone. */}
        <a
          href={checkUrl(annotationId === null ? { kind: 'words', words: quote } : { kind: 'annotation', id: annotationId })}
          target="_blank"
          rel="noopener"
        >
          {annotationId === null || job.state === 'no-source' ? t('check_queue_choose') : t('check_queue_open')}
        </a>
      </p>
      {job.problem === null ? null : <p className="small soft">{t(`source_${underscored(job.problem)}_help`)}</p>}
      {record === null ? null : (
        <Disclosure className="disclosure">
          <AriaButton slot="trigger" className="text-button">
            {t('check_queue_details')}
          </AriaButton>
          <DisclosurePanel>
            <CheckResult record={record} before={null} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </article>
  );
}

function stateText({ state, problem, record }: CheckJob): string {
  if (record !== null) return `${isGrave(record.check) ? '⚠ ' : ''}${t(`check_verdict_${underscored(record.check.verdict)}`)}`;
  if (problem !== null) return t(`source_${underscored(problem)}`);
  return t(`check_job_${underscored(state)}`);
}
