import type { Annotation } from '../../utils/domain/annotation.ts';
import { ExportMenu } from '../ExportMenu.tsx';
import { plural, t } from '../t.ts';
import { useCorrectionCount } from '../use-corrections.ts';
import { BackupsPanel } from './exchange/BackupsPanel.tsx';
import { ImportPanel, useImport } from './exchange/ImportPanel.tsx';

/** Everything out, anything in, and the copies that are made by themselves. */
export function ExchangeView({ annotations }: { annotations: Annotation[] | undefined }) {
  const imports = useImport();
  const corrections = useCorrectionCount() ?? 0;
  return (
    <div className="page-view">
      <h1>{t('library_view_exchange')}</h1>
      <section className="stack" aria-labelledby="exchange-export">
        <h2 id="exchange-export">{t('library_export')}</h2>
        <p className="soft">{t('library_export_help')}</p>
        <div className="row">
          {annotations && annotations.length + corrections > 0 ? <ExportMenu annotations={annotations} name="library" everything /> : null}
          <span>{annotations === undefined ? t('common_loading') : plural('common_annotations', annotations.length)}</span>
        </div>
      </section>
      <ImportPanel imports={imports} />
      <BackupsPanel onRestore={(from) => void imports.plan(from)} />
    </div>
  );
}
