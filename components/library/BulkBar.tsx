import { Palette, TextSearch, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Colour } from '../../utils/domain/annotation.ts';
import { withColour } from '../annotation-edits.ts';
import { Button, IconButton } from '../Button.tsx';
import { queueAnnotations } from '../check/queue-quotes.ts';
import { ExportMenu } from '../ExportMenu.tsx';
import { Menu, MenuChoice } from '../Menu.tsx';
import { changeAllWithUndo, removeWithUndo } from '../store.ts';
import { plural, t } from '../t.ts';
import { type Act, AddTag, RemoveTag } from './BulkTags.tsx';
import type { LibraryRow } from './library-row.ts';
import { NOTHING, type Selection, selectAll } from './selection.ts';
import { useColourNames } from './use-colour-names.ts';

type BulkBarProps = {
  chosen: readonly LibraryRow[];
  shown: readonly LibraryRow[];
  /** How many are shown, in words. */
  count: string;
  onSelect: (selection: Selection) => void;
};

/** What can be done with many: with the chosen ones, or, as long as none is chosen, an export of all that is shown. */
export function BulkBar({ chosen, shown, count, onSelect }: BulkBarProps) {
  const [working, setWorking] = useState(false);
  const ids = chosen.map((row) => row.id);
  const act: Act = (work) => {
    setWorking(true);
    void work.finally(() => setWorking(false));
  };
  return (
    <fieldset className="bulk row" aria-label={t('library_selection')}>
      <label className="row bulk-all">
        <input
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && chosen.length < shown.length;
          }}
          type="checkbox"
          checked={chosen.length > 0 && chosen.length === shown.length}
          disabled={shown.length === 0}
          aria-label={chosen.length > 0 ? t('library_choose_none') : t('library_choose_all')}
          onChange={() => onSelect(chosen.length > 0 ? NOTHING : selectAll(shown.map((row) => row.id)))}
        />
        <span role="status">{working ? t('library_working') : chosen.length > 0 ? plural('library_chosen', chosen.length) : count}</span>
      </label>
      {chosen.length > 0 && !working ? (
        <>
          <AddTag ids={ids} act={act} />
          <RemoveTag chosen={chosen} act={act} />
          <SetColour ids={ids} act={act} />
          <Button icon={TextSearch} onPress={() => act(queueAnnotations(chosen.map((row) => row.annotation)))}>
            {t('check_open')}
          </Button>
          <Button look="danger" icon={Trash2} onPress={() => act(removeWithUndo(ids))}>
            {t('library_delete')}
          </Button>
        </>
      ) : null}
      {shown.length > 0 ? (
        <ExportMenu annotations={(chosen.length > 0 ? chosen : shown).map((row) => row.annotation)} name="library" />
      ) : null}
      {chosen.length > 0 ? <IconButton icon={X} label={t('library_choose_none')} onPress={() => onSelect(NOTHING)} /> : null}
    </fieldset>
  );
}

function SetColour({ ids, act }: { ids: string[]; act: Act }) {
  const names = useColourNames();
  return (
    <Menu trigger={<Button icon={Palette}>{t('library_facet_colour')}</Button>} label={t('library_facet_colour')}>
      {Colour.options.map((colour) => (
        <MenuChoice
          key={colour}
          onAction={() =>
            act(
              changeAllWithUndo(
                ids,
                (a) => withColour(a, colour),
                (count) => plural('library_coloured', count, names[colour]),
              ),
            )
          }
        >
          {names[colour]}
        </MenuChoice>
      ))}
    </Menu>
  );
}
