import { Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { Annotation, Evidence } from '../../utils/domain/annotation.ts';
import { evidenceOf } from '../../utils/domain/annotation.ts';
import { IconButton } from '../Button.tsx';
import { Foreign } from '../Foreign.tsx';
import { changeWithUndo } from '../store.ts';
import { formatTime, t, underscored } from '../t.ts';
import { CheckResult } from './CheckResult.tsx';
import { checkBefore, withEvidence, withoutEvidence } from './evidence-edits.ts';

/** The checks that are kept with an annotation, the last one first. */
export function CheckHistory({ annotation, except }: { annotation: Annotation; except: string | null }) {
  const all = evidenceOf(annotation);
  const shown = all.filter(({ id }) => id !== except).reverse();
  if (shown.length === 0) return null;
  const remove = (evidence: Evidence): void =>
    void changeWithUndo(
      annotation.id,
      (now) => withoutEvidence(now, evidence.id),
      (now) => withEvidence(now, evidence, evidence.id),
      t('check_removed'),
    );
  return (
    <section className="stack" aria-labelledby="check-history">
      <h2 id="check-history">{t('check_history')}</h2>
      <ul className="history">
        {shown.map((evidence) => (
          <li key={evidence.id}>
            <Disclosure className="disclosure">
              <div className="row">
                <AriaButton slot="trigger" className="text-button grow">
                  <strong>{t(`check_verdict_${underscored(evidence.check.verdict)}`)}</strong>
                  {' · '}
                  <Foreign max={120}>{evidence.reading.title || evidence.reading.url || t('check_pasted')}</Foreign>
                  {' · '}
                  <time dateTime={evidence.reading.accessed}>{formatTime(evidence.reading.accessed)}</time>
                </AriaButton>
                <IconButton icon={Trash2} label={t('check_remove')} onPress={() => remove(evidence)} />
              </div>
              <DisclosurePanel>
                <CheckResult record={evidence} before={checkBefore(all, evidence)} />
              </DisclosurePanel>
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}
