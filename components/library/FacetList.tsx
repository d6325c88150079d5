import { useState } from 'react';
import { Button } from '../Button.tsx';
import { formatNumber, t } from '../t.ts';
import { Facet } from './Facet.tsx';
import { facetLabel, facetTitle } from './facet-label.ts';
import type { FacetCount } from './filter-rows.ts';
import { foldForSearch } from './fold-for-search.ts';
import type { FacetName } from './library-row.ts';
import { useColourNames } from './use-colour-names.ts';

type FacetListProps = {
  facet: FacetName;
  counts: readonly FacetCount[];
  chosen: readonly string[];
  startsOpen: boolean;
  onToggle: (value: string) => void;
};

/** A facet starts with its most frequent values; a button for one or two more would take as much room as they. */
const SHOWN = 8;
const SHOWN_WHOLE = 10;
/** More rows than this are found by searching, not by scrolling. */
const SHOWN_AT_MOST = 200;
/** Names of pages can be of any length; this much is shown. */
const LABEL_LENGTH = 120;

export function FacetList({ facet, counts, chosen, startsOpen, onToggle }: FacetListProps) {
  const colourNames = useColourNames();
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState('');
  const labelled = counts.map((count) => ({ ...count, label: facetLabel(facet, count.value, colourNames) }));
  const wanted = foldForSearch(search);
  const found = wanted ? labelled.filter(({ label }) => foldForSearch(label).includes(wanted)) : labelled;
  const isChosen = new Set(chosen);
  // What is chosen stays in view, wherever its count puts it.
  const limit = all || wanted ? SHOWN_AT_MOST : labelled.length <= SHOWN_WHOLE ? SHOWN_WHOLE : SHOWN;
  const shown = found.filter(({ value }, i) => i < limit || isChosen.has(value));
  if (labelled.length === 0) return null;
  return (
    <Facet title={facetTitle(facet)} chosen={chosen.length} startsOpen={startsOpen}>
      <fieldset className="facet-body">
        <legend className="visually-hidden">{facetTitle(facet)}</legend>
        {all ? (
          <input
            className="input"
            type="search"
            value={search}
            aria-label={t('library_facet_search', facetTitle(facet))}
            placeholder={t('library_facet_search', facetTitle(facet))}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        ) : null}
        <ul className="facet-values">
          {shown.map(({ value, count, label }) => (
            <li key={value}>
              <label className="facet-value" data-colour={facet === 'colour' ? value : undefined}>
                <input type="checkbox" checked={isChosen.has(value)} onChange={() => onToggle(value)} />
                {facet === 'colour' ? <span className="facet-swatch" aria-hidden /> : null}
                <span className="one-line grow" title={label.slice(0, 1000)}>
                  <bdi>{label.slice(0, LABEL_LENGTH)}</bdi>
                </span>
                <span className="soft small">{formatNumber(count)}</span>
              </label>
            </li>
          ))}
        </ul>
        {labelled.length > SHOWN_WHOLE ? (
          <Button
            look="quiet"
            onPress={() => {
              setAll(!all);
              setSearch('');
            }}
          >
            {all ? t('common_show_less') : t('library_show_all', formatNumber(labelled.length))}
          </Button>
        ) : null}
      </fieldset>
    </Facet>
  );
}
