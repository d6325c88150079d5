import { TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { FoundPlace, LastAnchor } from '../../utils/domain/anchor.ts';
import { type Annotation, keptSince } from '../../utils/domain/annotation.ts';
import { isDismissed, wordsDiffering } from '../../utils/domain/wording.ts';
import { Button } from '../Button.tsx';
import { formatDate, plural, t } from '../t.ts';
import { keepOwn, takeWording } from './drift-actions.ts';
import { WordDiff } from './WordDiff.tsx';

/** The words of a kept passage are others now: which, since when, and whose the reader wants to go on with. */
export function Changed({ annotation, last }: { annotation: Annotation; last: LastAnchor }) {
  const [place] = last.places;
  if (place === undefined) return null;
  if (isDismissed(last)) return <Dismissed annotation={annotation} last={last} place={place} />;
  return (
    <section className="drift" aria-label={t('library_has_changed')}>
      <p className="drift-title">
        <TriangleAlert className="icon" aria-hidden />
        {differs(annotation, place)}
      </p>
      <WordDiff diff={place.diff} />
      {last.reason === 'negated' ? <p className="small">{t('drift_negated')}</p> : null}
      <Dates annotation={annotation} last={last} />
      <div className="row">
        <Button look="primary" onPress={() => void takeWording(annotation, place, t('drift_taken'))}>
          {t('drift_take')}
        </Button>
        <Button onPress={() => void keepOwn(last)}>{t('drift_keep_own')}</Button>
      </div>
    </section>
  );
}

/** Told already: one quiet line, with the way back. */
function Dismissed({ annotation, last, place }: { annotation: Annotation; last: LastAnchor; place: FoundPlace }) {
  return (
    <Disclosure className="disclosure">
      <div className="row disclosure-head">
        <AriaButton slot="trigger" className="text-button">
          {t('drift_own_kept')}
        </AriaButton>
      </div>
      <DisclosurePanel>
        <section className="drift drift-quiet" aria-label={t('library_has_changed')}>
          <p className="drift-title">{differs(annotation, place)}</p>
          <WordDiff diff={place.diff} />
          <Dates annotation={annotation} last={last} />
          <div className="row">
            <Button onPress={() => void takeWording(annotation, place, t('drift_taken'))}>{t('drift_take')}</Button>
          </div>
        </section>
      </DisclosurePanel>
    </Disclosure>
  );
}

function differs(annotation: Annotation, { diff }: FoundPlace): string {
  const words = wordsDiffering(diff);
  const kept = formatDate(keptSince(annotation));
  return words === 0 ? t('drift_differ_signs', kept) : plural('drift_differ', words, kept);
}

function Dates({ annotation, last: { same, since, seen } }: { annotation: Annotation; last: LastAnchor }) {
  const kept = keptSince(annotation);
  // A page that is corrected within the day.
  const withTime = formatDate(kept) === formatDate(since);
  const rows = [
    { name: t('drift_date_kept'), time: kept },
    ...(same !== null && same.slice(0, 10) > kept.slice(0, 10) ? [{ name: t('drift_date_same'), time: same }] : []),
    { name: t('drift_date_changed'), time: since },
    ...(seen.slice(0, 10) > since.slice(0, 10) ? [{ name: t('drift_date_seen'), time: seen }] : []),
  ];
  return (
    <dl className="drift-dates">
      {rows.map(({ name, time }) => (
        <div key={name} className="drift-date">
          <dt>{name}</dt>
          <dd>
            <time dateTime={time}>{formatDate(time, withTime)}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
