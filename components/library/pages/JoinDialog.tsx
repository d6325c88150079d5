import { useMemo, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../../Button.tsx';
import { EmptyState } from '../../EmptyState.tsx';
import { SearchField } from '../../SearchField.tsx';
import { plural, t } from '../../t.ts';
import { foldForSearch } from '../fold-for-search.ts';
import type { LibraryRow } from '../library-row.ts';
import type { KeptPage } from './kept-pages.ts';
import { type Likeness, suggestPages } from './suggest-pages.ts';

type JoinDialogProps = {
  page: KeptPage;
  pages: readonly KeptPage[];
  rows: readonly LibraryRow[];
  onChoose: (other: KeptPage) => void;
  onClose: () => void;
};

/** More are found by searching. */
const SHOWN_AT_MOST = 50;

const WHY = {
  doi: 'library_join_same_doi',
  words: 'library_join_same_words',
  title: 'library_join_same_title',
} as const satisfies Record<Likeness, string>;

/** Which other page is the same document? Those that look like it stand first, with the reason. */
export function JoinDialog({ page, pages, rows, onChoose, onClose }: JoinDialogProps) {
  const [query, setQuery] = useState('');
  const suggested = useMemo(() => suggestPages(page, pages, rows), [page, pages, rows]);
  const ranked = useMemo(() => {
    const order = [...suggested.keys()];
    const rank = ({ key }: KeptPage): number => (order.includes(key) ? order.indexOf(key) : order.length);
    return pages.filter(({ key }) => key !== page.key).toSorted((a, b) => rank(a) - rank(b));
  }, [page, pages, suggested]);
  const folded = foldForSearch(query).trim();
  const shown = ranked.filter(({ searchText }) => searchText.includes(folded)).slice(0, SHOWN_AT_MOST);
  const name = (page.title || page.site).slice(0, 120);
  return (
    <ModalOverlay className="backdrop" isDismissable isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal>
        <Dialog className="dialog stack">
          <Heading slot="title" level={2}>
            {t('library_join_title', name)}
          </Heading>
          <p className="soft small">{t('library_join_help')}</p>
          <SearchField label={t('library_search_pages')} value={query} onChange={setQuery} autoFocus />
          {shown.length === 0 ? (
            <EmptyState title={t('library_no_match')} />
          ) : (
            <ListBox
              className="join-list"
              aria-label={t('library_view_pages')}
              items={shown.map((other) => ({ ...other, id: other.key }))}
              onAction={(key) => {
                const other = shown.find((each) => each.key === key);
                if (other) onChoose(other);
              }}
            >
              {(other) => <Choice page={other} likeness={suggested.get(other.key) ?? null} />}
            </ListBox>
          )}
          <div className="row">
            <Button onPress={onClose}>{t('common_cancel')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choice({ page, likeness }: { page: KeptPage; likeness: Likeness | null }) {
  const name = (page.title || page.addresses[0]?.url || page.site).slice(0, 200);
  const address = (page.addresses[0]?.url ?? '').replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 120);
  const facts = [address, plural('common_annotations', page.annotations)].filter((fact) => fact !== '');
  return (
    <ListBoxItem className="join-choice" id={page.key} textValue={name}>
      <bdi>{name}</bdi>
      <span className="join-facts">
        {likeness ? <span className="join-why">{t(WHY[likeness])}</span> : null}
        <span>{facts.join(' · ')}</span>
      </span>
    </ListBoxItem>
  );
}
