import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { t } from './t.ts';
import { useDatabase } from './use-annotations.ts';

/** Shows its children once the database is open, and says what is wrong when it does not open. */
export function DatabaseGate({ children }: { children: ReactNode }) {
  const { result, retry } = useDatabase();
  if (result === null) return <p className="soft gate">{t('common_loading')}</p>;
  if (result.ok) return children;
  return (
    <div className="gate">
      <ErrorNotice code={result.code}>
        <Button onPress={retry}>{t('common_retry')}</Button>
      </ErrorNotice>
    </div>
  );
}
