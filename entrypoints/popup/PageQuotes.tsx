import { Bookmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { SourceLink, sourceName } from '../../components/Credit.tsx';
import { Foreign } from '../../components/Foreign.tsx';
import type { PageActions } from '../../components/page-actions.ts';
import { bySource, quotationKey, type SourceGroup } from '../../components/page-entries.ts';
import { QuotationItem } from '../../components/QuotationItem.tsx';
import { plural, t } from '../../components/t.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { ShownQuotation, TabView } from '../../utils/messaging/protocol.ts';

type Row = { group: SourceGroup } | { shown: ShownQuotation };

type PageQuotesProps = { view: TabView | null; annotations: Annotation[]; actions: PageActions };

/** The quotes of the page under the sources that they were taken from. */
export function PageQuotes({ view, annotations, actions }: PageQuotesProps) {
  const groups = useMemo(() => bySource(view?.quotations ?? []), [view?.quotations]);
  const rows = useMemo(() => groups.flatMap((group): Row[] => [{ group }, ...group.shown.map((shown) => ({ shown }))]), [groups]);
  const unkept = (view?.quotations ?? []).filter(({ keptAs }) => keptAs === null);
  const colours = new Map(annotations.map(({ id, target }) => [id, target.styleClass]));
  // That there are none, and why, is said above the tabs.
  if (rows.length === 0) return <p className="soft">{t('popup_quotes_none')}</p>;
  return (
    <section aria-label={t('popup_quotes_here')}>
      <h2 className="visually-hidden">{t('popup_quotes_here')}</h2>
      {unkept.length > 1 && unkept.length <= MAX_AT_ONCE ? <KeepAll quotations={unkept} actions={actions} /> : null}
      <VirtualList rows={rows} keyOf={keyOf} label={t('popup_quotes_here')} estimatedHeight={120}>
        {(row) =>
          'group' in row ? (
            <GroupHead group={row.group} />
          ) : (
            <QuotationItem
              shown={row.shown}
              colour={row.shown.keptAs === null ? null : (colours.get(row.shown.keptAs) ?? null)}
              actions={actions}
              withSource={false}
            />
          )
        }
      </VirtualList>
    </section>
  );
}

// Each is a message and a transaction of its own: some seconds for this many. More is hardly meant.
const MAX_AT_ONCE = 200;

function KeepAll({ quotations, actions }: { quotations: ShownQuotation[]; actions: PageActions }) {
  const [busy, setBusy] = useState(false);
  const keep = (): void => {
    setBusy(true);
    void actions.keepAll(quotations).finally(() => setBusy(false));
  };
  return (
    <div className="keep-all">
      <Button look="quiet" icon={Bookmark} isDisabled={busy} onPress={keep}>
        {t('tab_keep_all')}
      </Button>
    </div>
  );
}

const keyOf = (row: Row): string => ('group' in row ? `source/${row.group.name ?? ''}` : quotationKey(row.shown));

function GroupHead({ group: { name, url, shown } }: { group: SourceGroup }) {
  return (
    <h3 className="group-head">
      <span className="grow">
        {name === null ? (
          t('popup_no_source')
        ) : url === null ? (
          <Foreign max={120}>{sourceName({ name, url, title: null })}</Foreign>
        ) : (
          <SourceLink source={{ name, url, title: null }} />
        )}
      </span>
      <span className="soft small">{plural('common_quotes', shown.length)}</span>
    </h3>
  );
}
