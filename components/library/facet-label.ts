import { Authenticity, Veracity } from '../../utils/domain/annotation.ts';
import type { QuotationKind } from '../../utils/domain/quotation.ts';
import { authenticityName, veracityName } from '../assessment-text.ts';
import { sourceName } from '../Credit.tsx';
import { type MessageKey, t } from '../t.ts';
import type { FacetName } from './library-row.ts';

/** Values of `has` in the order and words they are shown in. */
const HAS: ReadonlyMap<string, MessageKey> = new Map([
  ['note', 'library_has_note'],
  ['claim', 'library_has_claim'],
  ['tag', 'library_has_tag'],
  ['changed', 'library_has_changed'],
  ['orphaned', 'library_has_orphaned'],
]);

const KINDS = {
  block: 'kind_block',
  'list-item': 'kind_list_item',
  inline: 'kind_inline',
  pull: 'kind_pull',
} as const satisfies Record<QuotationKind, MessageKey>;

/** What "none" is called, for the facets that have it. */
const NONE: Partial<Record<FacetName, MessageKey>> = {
  speaker: 'credit_unknown',
  source: 'library_none_source',
  tag: 'library_none_tag',
  kind: 'library_none_kind',
  authenticity: 'editor_not_judged',
  veracity: 'editor_not_judged',
};

const find = <V extends string>(options: readonly V[], value: string): V | undefined => options.find((option) => option === value);

/**
 * How a value of a facet is called. Names of people, tags and sites are shown as they are, and so is an unknown value, which
 * comes from a link. `colourNames` are the reader's names of the colours.
 */
export function facetLabel(facet: FacetName, value: string, colourNames: Readonly<Record<string, string>>): string {
  const none = NONE[facet];
  if (value === '') return none ? t(none) : '–';
  switch (facet) {
    case 'colour':
      return (Object.hasOwn(colourNames, value) && colourNames[value]) || value;
    case 'authenticity': {
      const known = find(Authenticity.options, value);
      return known ? authenticityName(known) : value;
    }
    case 'veracity': {
      const known = find(Veracity.options, value);
      return known ? veracityName(known) : value;
    }
    case 'kind':
      return Object.hasOwn(KINDS, value) ? t(KINDS[value as QuotationKind]) : value; // a key of the table
    case 'has': {
      const key = HAS.get(value);
      return key ? t(key) : value;
    }
    case 'source':
      return sourceName({ name: value, url: null, title: null });
    default:
      return value;
  }
}

const TITLES: Record<FacetName, MessageKey> = {
  source: 'library_facet_source',
  speaker: 'library_facet_speaker',
  tag: 'library_facet_tag',
  site: 'library_facet_site',
  authenticity: 'editor_authenticity',
  veracity: 'editor_veracity',
  colour: 'library_facet_colour',
  kind: 'library_facet_kind',
  has: 'library_facet_has',
  page: 'library_facet_page',
};
export const facetTitle = (facet: FacetName): string => t(TITLES[facet]);
