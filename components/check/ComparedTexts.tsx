import { Fragment } from 'react';
import type { CheckRecord, QuoteCheck } from '../../utils/domain/check.ts';
import { t } from '../t.ts';
import { type MarkedPiece, markedText } from './marked-text.ts';

/** Quote and source side by side. A change bears the same number on both sides and in the list of changes, so that no colour is needed. */
export function ComparedTexts({ record }: { record: Pick<CheckRecord, 'quote' | 'check' | 'context'> }) {
  const { quote, check, context } = record;
  return (
    <div className="compared">
      <section aria-label={t('check_side_quote')}>
        <h3>{t('check_side_quote')}</h3>
        <p dir="auto" className="compared-text">
          <ComparedText quote={quote} check={check} />
        </p>
      </section>
      <section aria-label={t('check_side_source')}>
        <h3>{t('check_side_source')}</h3>
        {context === null ? (
          <p className="soft">{t('check_no_passage')}</p>
        ) : (
          <p dir="auto" className="compared-text">
            <SourceText check={check} context={context} />
          </p>
        )}
      </section>
    </div>
  );
}

/** A quote with its changes marked. */
export const ComparedText = ({ quote, check }: { quote: string; check: QuoteCheck }) => (
  <Marked pieces={markedText(quote, check.changes, (change) => change.quoteSpan)} check={check} side="quote" />
);

/** The passage with what stands before and behind it, set off by weight. */
function SourceText({ check, context }: { check: QuoteCheck; context: NonNullable<CheckRecord['context']> }) {
  const { text, start } = context;
  const passage = check.passage ?? { start, end: start };
  // Where the parts of a quote lie apart, the passage is the longest of them; the others are marked in what stands around it.
  const from = Math.max(0, passage.start - start);
  const to = Math.min(text.length, passage.end - start);
  return (
    <>
      <span className="compared-around">{text.slice(0, from)}</span>
      <Marked
        pieces={markedText(text.slice(from, to), check.changes, (change) => change.sourceSpan, start + from)}
        check={check}
        side="source"
      />
      <span className="compared-around">{text.slice(to)}</span>
    </>
  );
}

function Marked({ pieces, check, side }: { pieces: MarkedPiece[]; check: QuoteCheck; side: 'quote' | 'source' }) {
  return pieces.map(({ text, change: index }, i) => {
    const change = index === null ? undefined : check.changes[index];
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    if (change === undefined || index === null) return <Fragment key={i}>{text}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <mark key={i} className={`change ${change.grave ? 'change-grave' : ''}`} data-side={side}>
        {text === '' ? <span className="change-gap" role="img" aria-label={t('check_gap')} /> : text}
        <sup>
          <span className="visually-hidden">{t('check_change_number')} </span>
          {index + 1}
        </sup>
      </mark>
    );
  });
}
