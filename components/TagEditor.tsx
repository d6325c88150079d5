import { X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { tagFrom } from './annotation-edits.ts';
import { clip } from './Foreign.tsx';
import { formatNumber, t } from './t.ts';

type TagEditorProps = {
  tags: string[];
  /** All tags in use, the most used first. */
  known: { tag: string; count: number }[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  autoFocus?: boolean;
};

const MAX_SUGGESTIONS = 50;

/** Tags with completion. Enter or a comma adds what is typed; Backspace in the empty field takes the last one. */
export function TagEditor({ tags, known, onAdd, onRemove, autoFocus = false }: TagEditorProps) {
  const [typed, setTyped] = useState('');
  const suggestions = useMemo(() => suggest(known, tags, typed), [known, tags, typed]);

  const add = (text: string): void => {
    const tag = tagFrom(text);
    if (tag !== null) onAdd(tag);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const choosing = event.currentTarget.hasAttribute('aria-activedescendant');
    const last = tags.at(-1);
    if ((event.key === 'Enter' && !choosing && typed.trim() !== '') || event.key === ',') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) onRemove(last);
  };

  return (
    <div className="field">
      <ComboBox
        className="field"
        allowsCustomValue
        menuTrigger="input"
        inputValue={typed}
        onInputChange={(text) => (text.includes(',') ? text.split(',').forEach(add) : setTyped(text))}
        selectedKey={null}
        onSelectionChange={(key) => (key === null ? undefined : add(String(key)))}
        items={suggestions}
        defaultFilter={() => true}
      >
        <Label>{t('editor_tags')}</Label>
        <div className="tag-box">
          {tags.length > 0 ? <TagList tags={tags} onRemove={onRemove} /> : null}
          <Input
            className="tag-input"
            autoFocus={autoFocus}
            placeholder={tags.length === 0 ? t('editor_tags_placeholder') : ''}
            maxLength={200}
            onKeyDownCapture={onKeyDown}
            onBlur={() => add(typed)}
          />
        </div>
        <Popover className="popover" offset={4}>
          <ListBox className="menu">
            {({ tag, count }: { tag: string; count: number }) => (
              <ListBoxItem id={tag} textValue={tag} className="menu-choice">
                <bdi className="grow">{clip(tag, 60)}</bdi>
                <span className="small soft">{formatNumber(count)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

function TagList({ tags, onRemove }: { tags: string[]; onRemove: (tag: string) => void }) {
  return (
    <ul className="tags" aria-label={t('editor_tags')}>
      {tags.map((tag) => (
        <li key={tag} className="tag">
          <bdi className="foreign">{tag}</bdi>
          <Button className="tag-remove" aria-label={t('editor_tag_remove', tag)} onPress={() => onRemove(tag)}>
            <X className="icon" aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function suggest(known: { tag: string; count: number }[], tags: string[], typed: string) {
  const present = new Set(tags);
  const wanted = typed.trim().toLocaleLowerCase();
  const fits = known.filter(({ tag }) => !present.has(tag) && tag.toLocaleLowerCase().includes(wanted));
  const first = fits.filter(({ tag }) => tag.toLocaleLowerCase().startsWith(wanted));
  return [...first, ...fits.filter((k) => !first.includes(k))].slice(0, MAX_SUGGESTIONS);
}
