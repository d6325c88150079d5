import { type QuotationKind, type Region, type Source, THIS_PAGE } from '../utils/domain/quotation.ts';
import { linkable } from '../utils/exchange/passage-url.ts';
import { Foreign } from './Foreign.tsx';
import { type MessageKey, t } from './t.ts';

type Credited = { speaker: string | null; source: Source | null; kind?: QuotationKind | null; region?: Region | null };

/** Whose words, and from where, in one line: as much of it as is known. */
export function Credit({
  credited: { speaker, source, kind = null, region = null },
  withSource = true,
}: {
  credited: Credited;
  withSource?: boolean;
}) {
  const known = speaker !== null || (withSource && source !== null);
  return (
    <p className="credit small">
      {speaker === null ? null : (
        <strong className="credit-speaker">
          <Foreign max={120}>{speaker}</Foreign>
        </strong>
      )}
      {withSource && source !== null ? (
        <span>
          <SourceLink source={source} />
        </span>
      ) : null}
      {known ? null : <span className="soft">{t('credit_unknown')}</span>}
      {kind === null ? null : <span className="soft">{region === 'comment' ? t('kind_in_comment', kindName(kind)) : kindName(kind)}</span>}
    </p>
  );
}

export const kindKeys = {
  block: 'kind_block',
  'list-item': 'kind_list_item',
  inline: 'kind_inline',
  pull: 'kind_pull',
} as const satisfies Record<QuotationKind, MessageKey>;

const kindName = (kind: QuotationKind): string => t(kindKeys[kind]);

/** The source's name, as a link where it has an address of the web. */
export function SourceLink({ source }: { source: Source }) {
  const name = <Foreign max={120}>{sourceName(source)}</Foreign>;
  const href = linkable(source.url);
  if (href === null) return name;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={clipTitle(source.title ?? href)}>
      {name}
    </a>
  );
}

/** Pages of the detector's own `this page` come under the reader's words for it. */
export const sourceName = (source: Source): string => (source.name === THIS_PAGE ? t('source_this_page') : source.name);

const clipTitle = (text: string): string => text.slice(0, 300);
