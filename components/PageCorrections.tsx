import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { TabView } from '../utils/messaging/protocol.ts';
import { Button } from './Button.tsx';
import { removeCorrections } from './correction-store.ts';
import { correctedText } from './correction-text.ts';
import { openLibrary } from './open-surface.ts';
import { QuoteText } from './QuoteText.tsx';
import { plural, t } from './t.ts';
import { reportFailure } from './toasts.ts';
import { offerUndo } from './undo.ts';

/** What the reader's corrections leave out of a page's list, and those that found nothing to correct. Nothing when there are none. */
export function PageCorrections({ view }: { view: TabView }) {
  const [open, setOpen] = useState(false);
  const hidden = view.corrections.filter(({ hides, span }) => hides && span !== null);
  const lost = view.corrections.filter(({ span }) => span === null);
  if (hidden.length + lost.length === 0) return null;
  const bringBack = async (id: string): Promise<void> => {
    const result = await removeCorrections([id]);
    if (result.ok) offerUndo(correctedText(null), result.value.undo);
    else reportFailure(result);
  };
  return (
    <div className="stack small page-corrections">
      {hidden.length === 0 ? null : (
        <p className="row">
          <span className="soft">{plural('tab_hidden', hidden.length)}</span>
          <AriaButton className="text-button" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? t('tab_hidden_hide') : t('tab_hidden_show')}
          </AriaButton>
        </p>
      )}
      {open && hidden.length > 0 ? (
        <ul className="list">
          {hidden.map(({ id, words }) => (
            <li key={id} className="entry">
              <div className="entry-head">
                <div className="grow">
                  <QuoteText text={words} lines={2} />
                </div>
                <Button onPress={() => void bringBack(id)}>{t('tab_is_a_quotation')}</Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {lost.length === 0 ? null : (
        <p className="row">
          <span className="soft">{plural('tab_lost', lost.length)}</span>
          <AriaButton className="text-button" onPress={() => openLibrary('#corrections')}>
            {t('tab_lost_list')}
          </AriaButton>
        </p>
      )}
    </div>
  );
}
