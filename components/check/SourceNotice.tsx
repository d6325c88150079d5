import { useLiveQuery } from 'dexie-react-hooks';
import { annotations } from '../../utils/db/annotations.ts';
import { documents } from '../../utils/db/documents.ts';
import { type Annotation, evidenceOf, exactOf } from '../../utils/domain/annotation.ts';
import { checkUrl } from '../../utils/messaging/check-address.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { Foreign } from '../Foreign.tsx';
import { Notice } from '../Notice.tsx';
import { plural, t } from '../t.ts';

/** More are in the library. */
const MAX_SHOWN = 5;

/** On a page that kept quotes name as their source: offers to compare them with what it says, where that was not done. */
export function SourceNotice({ url, tabId }: { url: string; tabId: number }) {
  const waiting = useLiveQuery(() => uncheckedFrom(url), [url]);
  if (waiting === undefined || waiting.length === 0) return null;
  return (
    <Notice title={plural('check_source_of', waiting.length)}>
      <ul className="stack">
        {waiting.slice(0, MAX_SHOWN).map((annotation) => (
          <li key={annotation.id}>
            <a href={checkUrl({ kind: 'annotation', id: annotation.id, tabId })} target="_blank" rel="noopener">
              {t('check_with_this_page')} <Foreign max={80}>{exactOf(annotation)}</Foreign>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

async function uncheckedFrom(url: string): Promise<Annotation[]> {
  const keys = await documents.keysOf(pageKey(url));
  const from = await annotations.fromSource(keys);
  const isThis = (address: string | null | undefined): boolean => address != null && keys.includes(pageKey(address));
  return from.filter((annotation) => !evidenceOf(annotation).some(({ reading }) => isThis(reading.url) || isThis(reading.finalUrl)));
}
