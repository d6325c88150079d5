import { useState } from 'react';
import { annotations } from '../../../utils/db/annotations.ts';
import type { ErrorCode } from '../../../utils/domain/error-code.ts';
import { ErrorNotice } from '../../ErrorNotice.tsx';
import { FileDrop } from '../../FileDrop.tsx';
import { clip } from '../../Foreign.tsx';
import { repaint } from '../../store.ts';
import { formatNumber, t } from '../../t.ts';
import { offerUndo } from '../../undo.ts';
import { ImportPlanView } from './ImportPlanView.tsx';
import { applyImport, preview, readText } from './import-file.ts';
import type { ImportPreview } from './preview-import.ts';

/** A text to import, and what it is called. */
export type Import = { name: string; text: string };

type Step =
  | { at: 'choose' }
  | { at: 'reading'; name: string }
  | { at: 'failed'; name: string; code: ErrorCode }
  | { at: 'planned'; from: Import; plan: ImportPreview }
  | { at: 'storing'; from: Import; plan: ImportPreview };

/** Choose, see what will happen, let it happen. `useImport().start` comes in from outside too: a backup to restore. */
export function useImport() {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const plan = async (from: Import): Promise<void> => {
    setStep({ at: 'reading', name: from.name });
    const result = await preview(from.text);
    setStep(result.ok ? { at: 'planned', from, plan: result.value } : { at: 'failed', name: from.name, code: result.code });
  };
  const planFile = async (file: File): Promise<void> => {
    setStep({ at: 'reading', name: file.name });
    const text = await readText(file);
    if (text.ok) await plan({ name: file.name, text: text.value });
    else setStep({ at: 'failed', name: file.name, code: text.code });
  };
  const apply = async (from: Import, shown: ImportPreview): Promise<void> => {
    setStep({ at: 'storing', from, plan: shown });
    const result = await applyImport(from.text);
    if (!result.ok) return setStep({ at: 'failed', name: from.name, code: result.code });
    setStep({ at: 'choose' });
    repaint();
    const { added, replaced, corrections } = result.value;
    const counts = [added.length + corrections.added.length, replaced.length + corrections.replaced.length].map(formatNumber);
    offerUndo(t('library_imported', ...counts), async () => {
      const undone = await annotations.revertImport(result.value);
      repaint();
      return undone.ok && undone.value === 0 ? 'refused' : undone;
    });
  };
  return { step, plan, planFile, apply, reset: () => setStep({ at: 'choose' }) };
}

export function ImportPanel({ imports: { step, planFile, apply, reset } }: { imports: ReturnType<typeof useImport> }) {
  return (
    <section className="stack" aria-labelledby="exchange-import">
      <h2 id="exchange-import">{t('library_import')}</h2>
      {step.at === 'choose' || step.at === 'failed' ? (
        <FileDrop label={t('library_import_choose')} button={t('library_import_file')} onFile={(file) => void planFile(file)} />
      ) : null}
      {step.at === 'failed' ? (
        <>
          <p className="small soft">
            <bdi>{clip(step.name, 120)}</bdi>
          </p>
          <ErrorNotice code={step.code} />
        </>
      ) : null}
      {step.at === 'reading' ? <Working text={t('library_import_reading', clip(step.name, 120))} /> : null}
      {step.at === 'planned' ? (
        <ImportPlanView name={step.from.name} plan={step.plan} onApply={() => void apply(step.from, step.plan)} onCancel={reset} />
      ) : null}
      {step.at === 'storing' ? <Working text={t('library_import_storing')} /> : null}
    </section>
  );
}

/** The transaction is one and answers when it is over: there is no share to show. */
function Working({ text }: { text: string }) {
  return (
    <div className="stack" role="status">
      <p>{text}</p>
      <progress aria-label={text} />
    </div>
  );
}
