import type { Annotation } from '../../utils/domain/annotation.ts';
import { t } from '../t.ts';

export function ExchangeView({ annotations }: { annotations: readonly Annotation[] | undefined }) {
  return (
    <div className="page-view">
      <h1>{t('library_view_exchange')}</h1>
      <p>{annotations?.length}</p>
    </div>
  );
}
