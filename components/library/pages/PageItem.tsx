import { Link2, Unlink } from 'lucide-react';
import { linkable } from '../../../utils/exchange/passage-url.ts';
import { Button } from '../../Button.tsx';
import { formatDay, plural, t } from '../../t.ts';
import { formatHash, NO_FILTERS, START, toggleFacet } from '../library-state.ts';
import type { KeptPage, PageAddress } from './kept-pages.ts';

type PageItemProps = {
  page: KeptPage;
  /** Null where there is no other page. */
  onJoin: (() => void) | null;
  onSplit: (url: string) => void;
};

/** One document: its annotations are a link away, its addresses are told. */
export function PageItem({ page, onJoin, onSplit }: PageItemProps) {
  const { key, title, site, annotations, kept, visited, addresses, isJoined } = page;
  const name = title || addresses[0]?.url || site;
  const facts = [
    site,
    plural('common_annotations', annotations),
    visited === '' ? t('library_page_kept', formatDay(kept)) : t('library_page_visited', formatDay(visited)),
  ].filter((fact) => fact !== '');
  return (
    <li className="page-item">
      <div className="grow">
        <a className="page-name" href={formatHash({ ...START, filters: toggleFacet(NO_FILTERS, 'page', key), sort: 'page' })}>
          <bdi title={name.slice(0, 1000)}>{name.slice(0, 200)}</bdi>
        </a>
        <p className="small soft">{facts.join(' · ')}</p>
        <ul className="page-addresses small" aria-label={plural('library_addresses', addresses.length)}>
          {addresses.map((address) => (
            <Address key={address.key} address={address} onSplit={isJoined ? () => onSplit(address.url) : null} />
          ))}
        </ul>
      </div>
      {onJoin ? (
        <Button look="quiet" icon={Link2} aria-label={`${t('library_join')} (${name.slice(0, 120)})`} onPress={onJoin}>
          {t('library_join')}
        </Button>
      ) : null}
    </li>
  );
}

function Address({ address: { url, annotations }, onSplit }: { address: PageAddress; onSplit: (() => void) | null }) {
  const href = linkable(url);
  const text = <bdi title={url.slice(0, 2000)}>{url.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 200)}</bdi>;
  return (
    <li className="page-address">
      {href ? (
        <a href={href} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
      {onSplit ? (
        <>
          <span className="soft">{plural('common_annotations', annotations)}</span>
          <Button look="quiet" icon={Unlink} aria-label={`${t('library_split')} (${url.slice(0, 200)})`} onPress={onSplit}>
            {t('library_split')}
          </Button>
        </>
      ) : null}
    </li>
  );
}
