import { type Assessment, Authenticity, Veracity } from '../../utils/domain/annotation.ts';
import { withJudgement } from '../annotation-fields.ts';
import { changeWithUndo } from '../store.ts';
import { formatDay, t } from '../t.ts';
import type { QueuedClaim } from './claims-queue.ts';
import { facetLabel, facetTitle } from './facet-label.ts';
import { foldForSearch } from './fold-for-search.ts';
import { formatHash, START } from './library-state.ts';

/** One claim of the queue: its words, the passage where it says something else, and the two questions. */
export function ClaimCard({ queued: { claim, row }, onJudge }: { queued: QueuedClaim; onJudge: () => void }) {
  const judge = (judgement: Partial<Assessment>): void => {
    const { authenticity, veracity } = claim.assessment;
    const before = 'authenticity' in judgement ? { authenticity } : { veracity };
    onJudge();
    void changeWithUndo(
      row.id,
      (a) => withJudgement(a, claim.id, judgement),
      (a) => withJudgement(a, claim.id, before),
      t('library_judged'),
    );
  };
  return (
    <article className="claim-card" data-colour={row.annotation.target.styleClass}>
      <p className="claim-text">
        <a href={formatHash({ ...START, open: row.id })}>
          <bdi className="clamp">{claim.text.slice(0, 400)}</bdi>
        </a>
      </p>
      {foldForSearch(row.quote) === foldForSearch(claim.text) ? null : (
        <p className="claim-quote small soft">
          <bdi className="clamp">{row.quote.slice(0, 400)}</bdi>
        </p>
      )}
      <p className="list-facts small soft">
        {claim.author ? <bdi className="list-speaker">{claim.author.slice(0, 120)}</bdi> : null}
        {claim.date ? <bdi>{claim.date.slice(0, 40)}</bdi> : null}
        <bdi>{row.source.slice(0, 120)}</bdi>
        <time dateTime={row.annotation.created}>{t('library_made', formatDay(row.annotation.created))}</time>
      </p>
      <div className="claim-verdicts row">
        <VerdictSelect
          facet="authenticity"
          options={Authenticity.options}
          value={claim.assessment.authenticity}
          onChange={(authenticity) => judge({ authenticity })}
        />
        <VerdictSelect
          facet="veracity"
          options={Veracity.options}
          value={claim.assessment.veracity}
          onChange={(veracity) => judge({ veracity })}
        />
      </div>
    </article>
  );
}

type VerdictSelectProps<V extends string> = {
  facet: 'authenticity' | 'veracity';
  options: readonly V[];
  value: V | null;
  onChange: (value: V | null) => void;
};

function VerdictSelect<V extends string>({ facet, options, value, onChange }: VerdictSelectProps<V>) {
  return (
    <label className="field">
      <span className="label">{facetTitle(facet)}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(options.find((o) => o === event.currentTarget.value) ?? null)}
      >
        <option value="">{t('editor_not_judged')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {facetLabel(facet, option, {})}
          </option>
        ))}
      </select>
    </label>
  );
}
