import { type ReactNode, useEffect } from 'react';
import { Button } from './Button.tsx';
import { recoverDrafts } from './draft-saver.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { change } from './store.ts';
import { t } from './t.ts';
import { useDatabase } from './use-annotations.ts';

/**
 * Shows its children once the database is open, and says what is wrong when it does not open. Then `without` is shown
 * below it: what needs no database. Stores what a closed surface left typed.
 */
export function DatabaseGate({ children, without = null }: { children: ReactNode; without?: ReactNode }) {
  const { result, retry } = useDatabase();
  const ready = result?.ok === true;
  useEffect(() => {
    if (ready) void recoverDrafts(change);
  }, [ready]);
  if (result === null) return <p className="soft gate">{t('common_loading')}</p>;
  if (result.ok) return children;
  return (
    <>
      <div className="gate">
        <ErrorNotice code={result.code}>
          <Button onPress={retry}>{t('common_retry')}</Button>
        </ErrorNotice>
      </div>
      {without}
    </>
  );
}
