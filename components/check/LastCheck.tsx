import { type Annotation, evidenceOf } from '../../utils/domain/annotation.ts';
import { Foreign } from '../Foreign.tsx';
import { formatDay, t, underscored } from '../t.ts';
import { isGrave } from './is-grave.ts';

/** What the last check of an annotation said, in a line; nothing when it was never checked. */
export function LastCheck({ annotation }: { annotation: Annotation }) {
  const last = evidenceOf(annotation).at(-1);
  if (last === undefined) return null;
  const { check, reading } = last;
  return (
    <p className="small row last-check">
      <span className="badge" data-verdict={check.verdict}>
        {isGrave(check) ? '⚠ ' : ''}
        {t(`check_verdict_${underscored(check.verdict)}`)}
      </span>
      <span className="soft">
        <Foreign max={80}>{reading.title || reading.url || t('check_pasted')}</Foreign> ·{' '}
        <time dateTime={reading.accessed}>{formatDay(reading.accessed)}</time>
      </span>
    </p>
  );
}
