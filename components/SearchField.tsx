import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { t } from './t.ts';

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void; autoFocus?: boolean };

/** A search that filters as one types; Escape clears it. */
export function SearchField({ label, value, onChange, autoFocus = false }: SearchFieldProps) {
  return (
    <AriaSearchField className="search" aria-label={label} value={value} onChange={onChange} autoFocus={autoFocus}>
      <Search className="icon" aria-hidden />
      <Input className="input" placeholder={label} maxLength={500} />
      <Button className="button button-quiet button-icon" aria-label={t('common_clear_search')}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
