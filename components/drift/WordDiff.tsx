import { TriangleAlert } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { DiffPart } from '../../utils/domain/anchor.ts';
import { clip } from '../Foreign.tsx';
import { type MessageKey, t } from '../t.ts';
import { graveChanges, runTogether, type ShownPart, shownParts } from './diff-view.ts';
import './drift.css';

/**
 * What was kept and what stands there now, as one text: what went is struck through, what came is underlined, and both are said. A number, a
 * negation or a name that changed is told once more below.
 */
export function WordDiff({ diff }: { diff: readonly DiffPart[] }) {
  const [whole, setWhole] = useState(false);
  const parts = shownParts(diff, whole);
  const isCut = parts.some(({ gap }) => gap !== 'none');
  return (
    <div className="stack diff">
      <div className="diff-words" dir="auto">
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one diff never move
          <Fragment key={i}>
            {runTogether(endOf(parts[i - 1]), part.kind === null ? part.now : part.kept || part.now) ? ' ' : null}
            <Part part={part} />
          </Fragment>
        ))}
      </div>
      {isCut || whole ? (
        <div>
          <Button className="text-button" onPress={() => setWhole(!whole)}>
            {t(whole ? 'common_show_less' : 'common_show_more')}
          </Button>
        </div>
      ) : null}
      <Grave changes={graveChanges(diff)} />
    </div>
  );
}

const endOf = (part: ShownPart | undefined): string => (part === undefined ? '' : part.now || part.kept);

function Part({ part: { kind, kept, now, gap } }: { part: ShownPart }) {
  if (kind === null) {
    if (gap === 'within') return `${kept} […] ${now}`;
    return `${gap === 'before' ? '[…] ' : ''}${now}${gap === 'behind' ? ' […]' : ''}`;
  }
  return (
    <>
      {kept === '' ? null : (
        <del>
          <span className="visually-hidden">{t('drift_said_kept')} </span>
          <bdi>{kept}</bdi>
        </del>
      )}
      {kept === '' || now === '' ? null : ' '}
      {now === '' ? null : (
        <ins>
          <span className="visually-hidden">{t('drift_said_now')} </span>
          <bdi>{now}</bdi>
        </ins>
      )}
    </>
  );
}

const NAMES: Record<string, MessageKey> = { number: 'drift_number', negation: 'drift_negation', name: 'drift_name' };
/** More are seen in the text. */
const MAX_GRAVE = 5;

function Grave({ changes }: { changes: DiffPart[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="diff-grave small" aria-label={t('drift_grave')}>
      {changes.slice(0, MAX_GRAVE).map(({ kind, kept, now }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={i}>
          <TriangleAlert className="icon" aria-hidden />
          <span>
            {t(NAMES[kind ?? ''] ?? 'drift_number')}{' '}
            {kept === ''
              ? t('drift_came', isolate(now))
              : now === ''
                ? t('drift_went', isolate(kept))
                : t('drift_became', isolate(kept), isolate(now))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Words of a page within a sentence of ours: their direction does not leak out (Unicode's isolates). */
const isolate = (words: string): string => `\u2068${clip(words, 60)}\u2069`;
