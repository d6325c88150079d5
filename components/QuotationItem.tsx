import { Bookmark, BookmarkCheck } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Colour } from '../utils/domain/annotation.ts';
import type { ShownQuotation } from '../utils/messaging/protocol.ts';
import { Credit } from './Credit.tsx';
import { type PageActions, placeOf } from './page-actions.ts';
import { QuotationWhy } from './QuotationWhy.tsx';
import { QuoteText } from './QuoteText.tsx';
import { t } from './t.ts';

type QuotationItemProps = {
  shown: ShownQuotation;
  /** Of the highlight, when it is kept. */
  colour: Colour | null;
  actions: PageActions;
  /** False where the list names the source already. */
  withSource?: boolean;
  lines?: number;
};

/** A quotation as the page shows it: a press on its words leads there, one on the bookmark keeps it. */
export function QuotationItem({ shown, colour, actions, withSource = true, lines = 3 }: QuotationItemProps) {
  const { quotation, keptAs, frameId } = shown;
  const kept = keptAs !== null;
  return (
    <article className={quotation.within === null ? 'entry' : 'entry entry-nested'} data-colour={colour ?? undefined}>
      <div className="entry-head">
        <div className="grow stack entry-words">
          <QuoteText text={quotation.text} lines={lines} onPress={() => actions.jump(frameId, placeOf(quotation))} />
          <Credit credited={quotation} withSource={withSource} />
        </div>
        <ToggleButton
          className="button keep"
          isSelected={kept}
          onChange={() => (keptAs === null ? actions.keep(shown) : actions.letGo({ id: keptAs }))}
        >
          {kept ? <BookmarkCheck aria-hidden /> : <Bookmark aria-hidden />}
          <span>{kept ? t('tab_is_kept') : t('tab_keep')}</span>
        </ToggleButton>
      </div>
      <QuotationWhy shown={shown} actions={actions} />
    </article>
  );
}
