import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { annotations } from '../../../utils/db/annotations.ts';
import { type Annotation, tagsOf } from '../../../utils/domain/annotation.ts';
import { tagFrom, withoutTags } from '../../annotation-edits.ts';
import { Button, IconButton } from '../../Button.tsx';
import { Foreign } from '../../Foreign.tsx';
import { changeAllWithUndo } from '../../store.ts';
import { formatNumber, plural, t } from '../../t.ts';
import { useTagCounts } from '../../use-annotations.ts';
import { formatHash, NO_FILTERS, START, toggleFacet } from '../library-state.ts';
import { withTagRenamed } from './rename-tag.ts';

/** Tags that are shown before the reader asks for all. */
const SHOWN = 30;

/** Renames a tag everywhere, makes two tags one, or drops one; each can be undone. */
export function TagSettings() {
  const tags = useTagCounts();
  const [renamed, setRenamed] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  return (
    <section className="stack" aria-labelledby="settings-tags">
      <h2 id="settings-tags">{t('editor_tags')}</h2>
      <p className="small soft">{t('library_tags_help')}</p>
      {tags?.length === 0 ? <p className="soft">{t('library_tags_none')}</p> : null}
      <ul className="tag-settings">
        {(tags ?? []).slice(0, all ? undefined : SHOWN).map(({ tag, count }) => (
          <li key={tag} className="row">
            {renamed === tag ? (
              <RenameForm tag={tag} onDone={() => setRenamed(null)} />
            ) : (
              <>
                <a className="grow" href={formatHash({ ...START, filters: toggleFacet(NO_FILTERS, 'tag', tag) })}>
                  <Foreign max={80}>{tag}</Foreign>
                </a>
                <span className="small soft">{formatNumber(count)}</span>
                <IconButton icon={Pencil} label={t('library_tag_rename', tag.slice(0, 60))} onPress={() => setRenamed(tag)} />
                <IconButton icon={X} label={t('library_tag_drop', tag.slice(0, 60))} onPress={() => void drop(tag)} />
              </>
            )}
          </li>
        ))}
      </ul>
      {tags && tags.length > SHOWN ? (
        <div className="row">
          <Button look="quiet" onPress={() => setAll(!all)}>
            {all ? t('common_show_less') : t('library_show_all', formatNumber(tags.length))}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function RenameForm({ tag, onDone }: { tag: string; onDone: () => void }) {
  const [typed, setTyped] = useState(tag);
  return (
    <form
      className="row grow"
      onSubmit={(event) => {
        event.preventDefault();
        const name = tagFrom(typed);
        if (name && name !== tag) void rename(tag, name);
        onDone();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <input
        className="input grow"
        value={typed}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the reader opened this field to type into it
        autoFocus
        aria-label={t('library_tag_rename', tag.slice(0, 60))}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" look="primary">
        {t('library_rename')}
      </Button>
      <Button onPress={onDone}>{t('common_cancel')}</Button>
    </form>
  );
}

async function changeTagged(tag: string, edit: (annotation: Annotation) => Annotation, said: (count: number) => string): Promise<void> {
  const tagged = (await annotations.all()).filter((annotation) => tagsOf(annotation).includes(tag));
  await changeAllWithUndo(
    tagged.map(({ id }) => id),
    edit,
    said,
  );
}

const rename = (from: string, to: string): Promise<void> =>
  changeTagged(
    from,
    (annotation) => withTagRenamed(annotation, from, to),
    (count) => plural('library_tag_renamed', count, to),
  );

const drop = (tag: string): Promise<void> =>
  changeTagged(
    tag,
    (annotation) => withoutTags(annotation, new Set([tag])),
    (count) => plural('library_untagged', count, tag),
  );
