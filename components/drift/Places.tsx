import { Crosshair } from 'lucide-react';
import type { FoundPlace } from '../../utils/domain/anchor.ts';
import { type Annotation, exactIn } from '../../utils/domain/annotation.ts';
import { ask } from '../../utils/messaging/ask.ts';
import { Button } from '../Button.tsx';
import { Foreign } from '../Foreign.tsx';
import { plural, t } from '../t.ts';
import { reportFailure, showToast } from '../toasts.ts';
import type { OpenPlace } from './AnchorState.tsx';
import { type SearchedPlace, takeWording } from './drift-actions.ts';
import { Surroundings } from './Surroundings.tsx';
import { WordDiff } from './WordDiff.tsx';

type CandidatesProps = { annotation: Annotation; places: readonly FoundPlace[]; open: OpenPlace | null };

/** The places of its page that could be the passage, for the reader to choose from. */
export function Candidates({ annotation, places, open }: CandidatesProps) {
  return (
    <ol className="drift-places" aria-label={t('drift_which')}>
      {places.map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two places may have the same words; their order is theirs
        <li key={i}>
          <PlaceText place={place} />
          <div className="row">
            {open === null ? null : <Show place={place} at={open} />}
            <Button onPress={() => void takeWording(annotation, place, t('drift_attached'))}>{t('drift_this_one')}</Button>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What a search in the open pages found. */
export function Found({ annotation, places }: { annotation: Annotation; places: readonly SearchedPlace[] }) {
  if (places.length === 0) return <p className="small">{t('drift_found_none')}</p>;
  return (
    <div className="stack">
      <p className="small">{plural('drift_found', places.length)}</p>
      <ol className="drift-places" aria-label={t('drift_which')}>
        {places.map(({ tabId, frameId, document, isOwn, place }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={i}>
            <p className="small">
              <Foreign max={120}>{document.title || document.source}</Foreign>{' '}
              <span className="soft">
                <Foreign max={60}>{document.site}</Foreign>
              </span>
            </p>
            <PlaceText place={place} />
            <div className="row">
              <Show place={place} at={{ tabId, frameId }} />
              <Button onPress={() => void takeWording(annotation, place, t('drift_attached'), isOwn ? undefined : document)}>
                {t('drift_attach_here')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The words there in their paragraph, and how they differ where they do. */
function PlaceText({ place: { paragraph, diff, selector } }: { place: FoundPlace }) {
  const text = paragraph ?? { text: exactIn(selector), start: 0, end: exactIn(selector).length };
  return (
    <>
      <Surroundings paragraph={text} />
      {diff.some(({ kind }) => kind !== null) ? <WordDiff diff={diff} /> : null}
    </>
  );
}

function Show({ place: { selector }, at: { tabId, frameId } }: { place: FoundPlace; at: OpenPlace }) {
  const position = selector.find((one) => one.type === 'TextPositionSelector');
  if (position?.type !== 'TextPositionSelector') return null;
  const { start, end } = position;
  const show = async (): Promise<void> => {
    const shown = await ask('tab.jump', { tabId, frameId, target: { start, end, exact: exactIn(selector) } });
    if (!shown.ok) reportFailure(shown);
    else if (!shown.value.shown) showToast(t('tab_not_shown'));
  };
  return (
    <Button look="quiet" icon={Crosshair} onPress={() => void show()}>
      {t('drift_show')}
    </Button>
  );
}
