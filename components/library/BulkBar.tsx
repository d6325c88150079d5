import { Check, Palette, Tag, Tags, Trash2, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Colour } from '../../utils/domain/annotation.ts';
import { tagFrom, withColour, withoutTags, withTag } from '../annotation-edits.ts';
import { Button, IconButton } from '../Button.tsx';
import { ExportMenu } from '../ExportMenu.tsx';
import { Menu, MenuChoice } from '../Menu.tsx';
import { changeAllWithUndo, removeWithUndo } from '../store.ts';
import { plural, t } from '../t.ts';
import { useTagCounts } from '../use-annotations.ts';
import { compareNames } from './filter-rows.ts';
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

/** Thousands take seconds: says so until the work is done. */
type Act = (work: Promise<unknown>) => void;

function AddTag({ ids, act }: { ids: string[]; act: Act }) {
  const list = useId();
  const [asking, setAsking] = useState(false);
  const known = useTagCounts() ?? [];
  const add = (typed: string): void => {
    setAsking(false);
    const tag = tagFrom(typed);
    if (tag)
      act(
        changeAllWithUndo(
          ids,
          (a) => withTag(a, tag),
          (count) => plural('library_tagged', count, tag),
        ),
      );
  };
  if (!asking)
    return (
      <Button icon={Tag} onPress={() => setAsking(true)}>
        {t('library_add_tag')}
      </Button>
    );
  return (
    <form
      className="row bulk-tag"
      onSubmit={(event) => {
        event.preventDefault();
        add(String(new FormData(event.currentTarget).get('tag') ?? ''));
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <input
        className="input grow"
        name="tag"
        list={list}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the reader opened this field to type into it
        autoFocus
        autoComplete="off"
        aria-label={t('library_tag')}
        placeholder={t('library_tag')}
      />
      <datalist id={list}>
        {known.slice(0, 200).map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Button type="submit" look="primary" icon={Check}>
        {t('library_add')}
      </Button>
    </form>
  );
}

function RemoveTag({ chosen, act }: { chosen: readonly LibraryRow[]; act: Act }) {
  const counts = new Map<string, number>();
  for (const row of chosen) for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  if (counts.size === 0) return null;
  const tags = [...counts].sort(([a], [b]) => compareNames(a, b)).slice(0, 200);
  const remove = (tag: string): void => {
    const ids = chosen.filter((row) => row.tags.includes(tag)).map((row) => row.id);
    act(
      changeAllWithUndo(
        ids,
        (a) => withoutTags(a, new Set([tag])),
        (count) => plural('library_untagged', count, tag),
      ),
    );
  };
  return (
    <Menu trigger={<Button icon={Tags}>{t('library_remove_tag')}</Button>} label={t('library_remove_tag')}>
      {tags.map(([tag, count]) => (
        <MenuChoice key={tag} onAction={() => remove(tag)} description={plural('common_annotations', count)}>
          {tag.slice(0, 80)}
        </MenuChoice>
      ))}
    </Menu>
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
