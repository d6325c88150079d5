import { t } from '../t.ts';
import { Facet } from './Facet.tsx';
import { FacetList } from './FacetList.tsx';
import type { Facets } from './filter-rows.ts';
import { FACETS, type FacetName } from './library-row.ts';
import { type Filters, toggleFacet } from './library-state.ts';

type FilterPanelProps = { facets: Facets; filters: Filters; onChange: (filters: Filters) => void };

/** Pages are filtered by links from other views; listed, they would be as many as the annotations. */
const LISTED: readonly FacetName[] = FACETS.filter((facet) => facet !== 'page');
/** Open from the start; the others open by a click, or when something in them is chosen. */
const OPEN: ReadonlySet<FacetName> = new Set(['source', 'speaker', 'tag']);

export function FilterPanel({ facets, filters, onChange }: FilterPanelProps) {
  return (
    <aside className="filters stack" aria-label={t('library_filters')}>
      {LISTED.map((facet) => (
        <FacetList
          key={facet}
          facet={facet}
          counts={facets[facet]}
          chosen={filters.facets[facet] ?? []}
          startsOpen={OPEN.has(facet)}
          onToggle={(value) => onChange(toggleFacet(filters, facet, value))}
        />
      ))}
      <DateRange filters={filters} onChange={onChange} />
    </aside>
  );
}

function DateRange({ filters, onChange }: Pick<FilterPanelProps, 'filters' | 'onChange'>) {
  return (
    <Facet title={t('library_facet_date')} chosen={Number(filters.from !== '') + Number(filters.to !== '')}>
      <div className="stack facet-body">
        <label className="field">
          <span className="label">{t('library_from')}</span>
          <input
            className="input"
            type="date"
            value={filters.from}
            max={filters.to || undefined}
            onChange={(event) => onChange({ ...filters, from: event.currentTarget.value })}
          />
        </label>
        <label className="field">
          <span className="label">{t('library_to')}</span>
          <input
            className="input"
            type="date"
            value={filters.to}
            min={filters.from || undefined}
            onChange={(event) => onChange({ ...filters, to: event.currentTarget.value })}
          />
        </label>
      </div>
    </Facet>
  );
}
