import { useLiveQuery } from 'dexie-react-hooks';
import { anchors } from '../../utils/db/anchors.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { driftOf } from '../../utils/domain/wording.ts';
import type { TabView } from '../../utils/messaging/protocol.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { plural, t } from '../t.ts';

/** The ids of a page's annotations whose words changed there, and of which the reader has not said that they keep theirs; undefined until known. */
export function useChanged(view: TabView | null, annotations: readonly Annotation[] | undefined): ReadonlySet<string> | undefined {
  const changed = (view?.highlights ?? []).flatMap(({ id, status }) => (status === 'changed' ? [id] : []));
  const last = useLiveQuery(() => anchors.forAnnotations(changed), [changed.join()]);
  if (last === undefined || annotations === undefined) return undefined;
  const told = annotations.filter((annotation) => driftOf(last.get(annotation.id) ?? null, annotation) === 'changed');
  return new Set(told.map(({ id }) => id));
}

/** Tells that kept quotes have changed on the page. */
export function DriftNotice({ count, onShow }: { count: number; onShow: (() => void) | null }) {
  if (count === 0) return null;
  return (
    <Notice title={plural('drift_notice', count)}>
      {onShow === null ? null : (
        <div>
          <Button onPress={onShow}>{t('drift_notice_show')}</Button>
        </div>
      )}
    </Notice>
  );
}
