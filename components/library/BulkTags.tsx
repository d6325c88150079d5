import { Check, Tag, Tags } from 'lucide-react';
import { useId, useState } from 'react';
import { tagFrom, withoutTags, withTag } from '../annotation-edits.ts';
import { Button } from '../Button.tsx';
import { Menu, MenuChoice } from '../Menu.tsx';
import { changeAllWithUndo } from '../store.ts';
import { plural, t } from '../t.ts';
import { useTagCounts } from '../use-annotations.ts';
import { compareNames } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';

/** Takes the work on many: thousands take seconds, so it says so until it is done. */
export type Act = (work: Promise<unknown>) => void;

/** A tag for all the chosen ones. */
export function AddTag({ ids, act }: { ids: string[]; act: Act }) {
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

/** Takes one tag from those of the chosen ones that have it. */
export function RemoveTag({ chosen, act }: { chosen: readonly LibraryRow[]; act: Act }) {
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
