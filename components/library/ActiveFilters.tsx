import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { formatDay, t } from '../t.ts';
import { facetLabel, facetTitle } from './facet-label.ts';
import { FACETS } from './library-row.ts';
import { type Filters, hasFilters, toggleFacet } from './library-state.ts';
import { useColourNames } from './use-colour-names.ts';

type ActiveFiltersProps = { filters: Filters; onChange: (filters: Filters) => void; onClear: () => void };

/** What narrows the list, each with a way out. */
export function ActiveFilters({ filters, onChange, onClear }: ActiveFiltersProps) {
  const colourNames = useColourNames();
  if (!hasFilters(filters)) return null;
  const chips = FACETS.flatMap((facet) =>
    (filters.facets[facet] ?? []).map((value) => ({
      key: `${facet} ${value}`,
      text: `${facetTitle(facet)}: ${facetLabel(facet, value, colourNames).slice(0, 60)}`,
      remove: () => onChange(toggleFacet(filters, facet, value)),
    })),
  );
  if (filters.from)
    chips.push({ key: 'from', text: `${t('library_from')} ${formatDay(filters.from)}`, remove: () => onChange({ ...filters, from: '' }) });
  if (filters.to)
    chips.push({ key: 'to', text: `${t('library_to')} ${formatDay(filters.to)}`, remove: () => onChange({ ...filters, to: '' }) });
  return (
    <div className="browse-status row">
      <ul className="chips" aria-label={t('library_active_filters')}>
        {chips.map(({ key, text, remove }) => (
          <li key={key}>
            <Button className="chip" onPress={remove} aria-label={t('library_remove_filter', text)}>
              <bdi>{text}</bdi>
              <X className="icon" aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button className="button button-quiet" onPress={onClear}>
        {t('library_clear_filters')}
      </Button>
    </div>
  );
}
