import { type DocumentChange, documents } from '../../../utils/db/documents.ts';
import type { Result } from '../../../utils/domain/error-code.ts';
import { errorTitle } from '../../error-text.ts';
import { repaint } from '../../store.ts';
import { t } from '../../t.ts';
import { showToast } from '../../toasts.ts';
import { offerUndo } from '../../undo.ts';
import type { KeptPage } from './kept-pages.ts';

/** Makes one document of two pages; open pages look again. It can be taken back. */
export const joinPages = (page: KeptPage, other: KeptPage): Promise<void> =>
  told(documents.join([page, other].flatMap(({ addresses }) => addresses.map(({ url }) => url))), t('library_joined'));

/** Takes a page out of its document. It can be taken back. */
export const splitPage = (url: string): Promise<void> => told(documents.split(url), t('library_split_done'));

async function told(change: Promise<Result<DocumentChange>>, said: string): Promise<void> {
  const result = await change;
  if (!result.ok) {
    showToast(errorTitle(result.code));
    return;
  }
  repaint();
  offerUndo(said, async () => {
    const undone = await documents.undo(result.value);
    repaint();
    return undone;
  });
}
