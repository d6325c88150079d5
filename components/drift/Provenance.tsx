import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { type Annotation, exactIn } from '../../utils/domain/annotation.ts';
import { Foreign } from '../Foreign.tsx';
import { QuoteText } from '../QuoteText.tsx';
import { formatDate, plural, t } from '../t.ts';
import { Surroundings } from './Surroundings.tsx';
import './drift.css';

/** Where the kept words stood, and the wordings that were kept before. */
export function Provenance({ annotation: { target } }: { annotation: Annotation }) {
  const { paragraph, history = [] } = target;
  return (
    <>
      {paragraph === undefined ? null : (
        <Folded title={t('drift_stood')}>
          <Surroundings paragraph={paragraph} />
        </Folded>
      )}
      {history.length === 0 ? null : (
        <Folded title={plural('drift_earlier', history.length)}>
          <ol className="drift-places">
            {[...history].reverse().map(({ selector, source, until }) => (
              <li key={until}>
                <QuoteText text={exactIn(selector)} lines={4} />
                <p className="small soft">
                  {t('drift_until', formatDate(until))}
                  {source === undefined ? null : (
                    <>
                      {' · '}
                      <Foreign max={120}>{source}</Foreign>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </Folded>
      )}
    </>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure className="disclosure">
      <div className="row disclosure-head">
        <AriaButton slot="trigger" className="text-button">
          {title}
        </AriaButton>
      </div>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  );
}
