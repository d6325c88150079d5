import { Download } from 'lucide-react';
import type { SeenCorrection } from '../../../utils/db/corrections.ts';
import type { Correction } from '../../../utils/domain/correction.ts';
import { linkable } from '../../../utils/exchange/passage-url.ts';
import { Button } from '../../Button.tsx';
import { EmptyState } from '../../EmptyState.tsx';
import { Foreign } from '../../Foreign.tsx';
import { plural, t } from '../../t.ts';
import { showToast } from '../../toasts.ts';
import { useCorrections } from '../../use-corrections.ts';
import { CorrectionRow } from './CorrectionRow.tsx';
import './corrections.css';

/** What the reader said of quotations, page by page: to look through, change, take back, and export as test cases. */
export function CorrectionsView() {
  const all = useCorrections();
  if (all === undefined) return <p className="soft gate">{t('common_loading')}</p>;
  const exportable = all.map(({ correction }) => correction).filter(({ fragment }) => fragment !== null);
  return (
    <div className="page-view">
      <h1>{t('library_view_corrections')}</h1>
      <p className="soft">{t('library_corrections_help')}</p>
      {all.length === 0 ? (
        <EmptyState title={t('library_corrections_none')}>
          <p className="soft">{t('library_corrections_none_help')}</p>
        </EmptyState>
      ) : (
        <>
          <div className="row">
            <p role="status">{plural('library_corrections_count', all.length)}</p>
            <Button icon={Download} isDisabled={exportable.length === 0} onPress={() => void save(exportable)}>
              {t('library_corrections_export')}
            </Button>
          </div>
          <p className="small soft">{t('library_corrections_export_note')}</p>
          {byPage(all).map(({ key, target, list }) => (
            <section key={key} className="stack" aria-labelledby={`page-${key}`}>
              <h2 id={`page-${key}`} className="corrections-page">
                <PageName target={target} />
              </h2>
              <ul className="corrections">
                {list.map((seen) => (
                  <CorrectionRow key={seen.correction.id} seen={seen} onExport={(one) => void save([one])} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  );
}

/** Loaded when there is something to pack: most visits export nothing. */
async function save(corrections: Correction[]): Promise<void> {
  const { exportCases } = await import('./export-cases.ts');
  const { count, name } = exportCases(corrections);
  showToast(plural('library_corrections_exported', count, name));
}

function PageName({ target: { source, title, site } }: { target: Correction['target'] }) {
  const href = linkable(source);
  const name = <Foreign>{title || source}</Foreign>;
  return (
    <>
      {href === null ? (
        name
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      )}{' '}
      <span className="small soft">
        <Foreign max={60}>{site}</Foreign>
      </span>
    </>
  );
}

interface PageGroup {
  key: string;
  target: Correction['target'];
  list: SeenCorrection[];
}

/** By the page's address, in the order of the last change. */
function byPage(all: SeenCorrection[]): PageGroup[] {
  const groups = new Map<string, PageGroup>();
  for (const seen of all) {
    const { target, id } = seen.correction;
    const address = target.canonical ?? target.source;
    const group = groups.get(address) ?? { key: id, target, list: [] };
    group.list.push(seen);
    groups.set(address, group);
  }
  return [...groups.values()];
}
