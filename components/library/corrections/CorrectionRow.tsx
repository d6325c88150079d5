import { Download, Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { SeenCorrection } from '../../../utils/db/corrections.ts';
import { type Correction, correctedWords } from '../../../utils/domain/correction.ts';
import { Button } from '../../Button.tsx';
import { CorrectionEditor } from '../../CorrectionEditor.tsx';
import { type CorrectionChange, removeCorrections } from '../../correction-store.ts';
import { attributionText, correctedText, percentText } from '../../correction-text.ts';
import { QuoteText } from '../../QuoteText.tsx';
import { formatDay, t } from '../../t.ts';
import { reportFailure } from '../../toasts.ts';
import { offerUndo } from '../../undo.ts';

type CorrectionRowProps = { seen: SeenCorrection; onExport: (correction: Correction) => void };

/** A correction: the words, what was told of them, what the reader says. */
export function CorrectionRow({ seen: { correction, found }, onExport }: CorrectionRowProps) {
  const [editing, setEditing] = useState(false);
  const { id, attribution, detected, fragment, modified } = correction;
  const done = (change: CorrectionChange): void => {
    setEditing(false);
    offerUndo(correctedText(change.now), change.undo);
  };
  const remove = async (): Promise<void> => {
    const result = await removeCorrections([id]);
    if (result.ok) done(result.value);
    else reportFailure(result);
  };
  return (
    <li className="correction">
      <QuoteText text={correctedWords(correction)} lines={3} />
      {editing ? (
        <CorrectionEditor
          draft={{ correction, isNew: false, annotationIds: [], alternatives: { speaker: [], source: [] } }}
          onDone={done}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <dl className="facts correction-facts">
            <dt>{t('library_correction_was')}</dt>
            <dd title={percentText(detected.confidence)}>
              <bdi>{attributionText(detected)}</bdi>
            </dd>
            <dt>{t('library_correction_is')}</dt>
            <dd>
              <strong>
                <bdi>{attribution === null ? t('library_correction_none') : attributionText(attribution)}</bdi>
              </strong>{' '}
              <time className="small soft" dateTime={modified}>
                {formatDay(modified)}
              </time>
            </dd>
          </dl>
          {found === false ? <p className="small correction-lost">{t('library_correction_lost')}</p> : null}
          {fragment === null ? <p className="small soft">{t('library_correction_no_part')}</p> : null}
          {fragment?.faithful === false ? <p className="small soft">{t('library_correction_partial')}</p> : null}
          <div className="row">
            <Button look="quiet" icon={Pencil} onPress={() => setEditing(true)}>
              {t('library_correction_edit')}
            </Button>
            {fragment === null ? null : (
              <Button look="quiet" icon={Download} onPress={() => onExport(correction)}>
                {t('library_correction_export')}
              </Button>
            )}
            <Button look="quiet" icon={Undo2} onPress={() => void remove()}>
              {t('library_correction_remove')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
