import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';
import { t } from './t.ts';

type ConfirmDialogProps = {
  title: string;
  children: ReactNode;
  /** What the button that goes on says. */
  confirm: string;
  danger?: boolean;
  isOpen: boolean;
  /** True until the reader did what is asked for before going on. */
  isDisabled?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before something that cannot be undone, or that is large. Escape and a click beside it cancel. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = false,
  isOpen,
  isDisabled = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <ModalOverlay className="backdrop" isDismissable isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onCancel())}>
      <Modal>
        <Dialog className="dialog stack" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="row">
            <Button look={danger ? 'danger' : 'primary'} isDisabled={isDisabled} onPress={onConfirm}>
              {confirm}
            </Button>
            <Button onPress={onCancel}>{t('common_cancel')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
