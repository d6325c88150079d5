import { Search, TextSelect, Trash2, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { LastAnchor } from '../../utils/domain/anchor.ts';
import { type Annotation, keptSince } from '../../utils/domain/annotation.ts';
import { Button } from '../Button.tsx';
import { removeWithUndo } from '../store.ts';
import { formatDate, t } from '../t.ts';
import type { OpenPlace } from './AnchorState.tsx';
import { attachToSelection, type SearchedPlace, searchAgain } from './drift-actions.ts';
import { Candidates, Found } from './Places.tsx';
import { Surroundings } from './Surroundings.tsx';

type GoneProps = {
  annotation: Annotation;
  /** null where nothing is noted of visits (private windows). */
  last: LastAnchor | null;
  open: OpenPlace | null;
};

/** A kept passage that has no place on its page now: why, what stood around it, and the ways to give it one. */
export function Gone({ annotation, last, open }: GoneProps) {
  const [found, setFound] = useState<SearchedPlace[] | 'searching' | null>(null);
  const { paragraph } = annotation.target;
  const isAmbiguous = last?.reason === 'ambiguous';
  const search = async (): Promise<void> => {
    setFound('searching');
    setFound(await searchAgain(annotation));
  };
  return (
    <section className="drift" aria-label={t('library_has_orphaned')}>
      <p className="drift-title">
        <Unlink className="icon" aria-hidden />
        {t(isAmbiguous ? 'drift_ambiguous' : 'anchor_orphaned')}
      </p>
      <p className="small">{[sinceWhen(annotation, last), t(isAmbiguous ? 'drift_ambiguous_help' : 'drift_gone_help')].join(' ')}</p>
      {isAmbiguous ? <Candidates annotation={annotation} places={last.places} open={open} /> : null}
      {paragraph === undefined ? null : (
        <div className="stack">
          <p className="small soft">{t('drift_stood')}</p>
          <Surroundings paragraph={paragraph} />
        </div>
      )}
      <div role="status">
        {found === 'searching' ? <p className="small soft">{t('drift_searching')}</p> : null}
        {Array.isArray(found) ? <Found annotation={annotation} places={found} /> : null}
      </div>
      <div className="row">
        <Button icon={Search} isDisabled={found === 'searching'} onPress={() => void search()}>
          {t('drift_search')}
        </Button>
        {open === null ? null : (
          <Button icon={TextSelect} onPress={() => void attachToSelection(annotation, open.tabId)}>
            {t('drift_attach')}
          </Button>
        )}
        <Button look="danger" icon={Trash2} onPress={() => void removeWithUndo([annotation.id])}>
          {t('editor_delete')}
        </Button>
      </div>
      <p className="small soft">{t(open === null ? 'drift_attach_elsewhere' : 'drift_attach_help')}</p>
    </section>
  );
}

function sinceWhen(annotation: Annotation, last: LastAnchor | null): string {
  if (last === null) return '';
  const seen = last.same ?? keptSince(annotation);
  const withTime = formatDate(seen) === formatDate(last.since);
  return t('drift_gone_since', formatDate(seen, withTime), formatDate(last.since, withTime));
}
