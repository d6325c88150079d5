import { t } from '../t.ts';
import { SORTS, type Sort } from './library-state.ts';

export function SortSelect({ sort, onChange }: { sort: Sort; onChange: (sort: Sort) => void }) {
  return (
    <label className="row sort">
      <span className="visually-hidden">{t('library_sort')}</span>
      <select
        className="input"
        value={sort}
        onChange={(event) => onChange(SORTS.find((each) => each === event.currentTarget.value) ?? sort)}
      >
        {SORTS.map((each) => (
          <option key={each} value={each}>
            {t(`library_sort_${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
