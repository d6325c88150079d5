import { Button as AriaButton } from 'react-aria-components/Button';
import type { KeptReason } from '../utils/domain/annotation.ts';
import type { Alternative } from '../utils/domain/quotation.ts';
import { Button } from './Button.tsx';
import { percentText, ruleText, surenessText } from './correction-text.ts';
import { clip, Foreign } from './Foreign.tsx';
import { t } from './t.ts';
import './why-details.css';

export type Told = 'speaker' | 'source';

type WhyDetailsProps = {
  why: { speaker: KeptReason | null; source: KeptReason | null };
  /** The names that are told now: where they are others than were found, the reader has corrected them. */
  now: { speaker: string | null; source: string | null };
  /** Leads to the words in the page that decided, where there are some to be shown. */
  onShow?: ((of: Told) => void) | undefined;
  /** Takes an alternative: a correction. */
  onTake: (of: Told, name: string) => void;
  canShow?: (of: Told) => boolean;
};

/** Why speaker and source are told as they are: the words that decided, the rule, how sure it is, and what else it could be. */
export function WhyDetails({ why, now, onShow, onTake, canShow = () => false }: WhyDetailsProps) {
  const told = (['speaker', 'source'] as const).filter((of) => why[of] !== null);
  if (told.length === 0) return <p className="small why-details">{t('page_why_nobody')}</p>;
  return (
    <dl className="small why-details">
      {told.map((of) => {
        const reason = why[of];
        if (reason === null) return null;
        const changed = reason.told !== now[of];
        const others = othersOf(reason, now[of]);
        return (
          <div key={of}>
            <dt>{t(`page_reason_${of}`)}</dt>
            {changed ? <dd>{reason.told === null ? t('page_told_nobody') : t('page_told_before', clip(reason.told, 120))}</dd> : null}
            <dd>
              {ruleText(reason.rule, of)}{' '}
              {reason.rule === 'unsure' || reason.rule === 'reader' ? null : <Surely confidence={reason.confidence} />}
            </dd>
            {reason.words === null && !canShow(of) ? null : (
              <dd className="why-evidence">
                {reason.words === null ? null : (
                  <q>
                    <Foreign max={160}>{reason.words}</Foreign>
                  </q>
                )}
                {onShow && canShow(of) ? (
                  <AriaButton className="text-button" onPress={() => onShow(of)}>
                    {t('page_show')}
                  </AriaButton>
                ) : null}
              </dd>
            )}
            {others.length === 0 ? null : (
              <dd className="why-others">
                <span>{t('page_could_be')}</span>
                {others.map(({ name, confidence }) => (
                  <span key={name} title={percentText(confidence)}>
                    <Button aria-label={t(`page_take_${of}`, clip(name, 120))} onPress={() => onTake(of, name)}>
                      {clip(name, 60)}
                    </Button>
                  </span>
                ))}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

/** What it could be instead of `now`: what was found, where that is another name, and what detection had in mind besides. */
function othersOf({ told, confidence, alternatives }: KeptReason, now: string | null): Alternative[] {
  const found = told === null || alternatives.some(({ name }) => name === told) ? [] : [{ name: told, confidence }];
  return [...found, ...alternatives].filter(({ name }) => name !== now);
}

/** In a word, with the number for who wants it. */
function Surely({ confidence }: { confidence: number }) {
  return (
    <span title={percentText(confidence)}>
      {surenessText(confidence)}
      <span className="visually-hidden"> {percentText(confidence)}</span>
    </span>
  );
}
