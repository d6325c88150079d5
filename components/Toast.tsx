import { X } from 'lucide-react';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button, IconButton } from './Button.tsx';
import { t } from './t.ts';
import { toasts } from './toasts.ts';

/** Where a surface shows its toasts; rendered once by `SurfaceRoot`. A landmark (F6), and Ctrl+Z does what its button does. */
export function Toast() {
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label={t('common_messages')}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <ToastContent className="grow">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo ? (
            <Button
              onPress={() => {
                toast.content.undo?.();
                toasts.close(toast.key);
              }}
            >
              {t('common_undo')}
            </Button>
          ) : null}
          <IconButton icon={X} label={t('common_close')} onPress={() => toasts.close(toast.key)} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}
