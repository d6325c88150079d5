import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../Button.tsx';
import { type MessageKey, t } from '../t.ts';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';

const KEYS: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['/'], 'library_key_search'],
  [['J', '↓'], 'library_key_next'],
  [['K', '↑'], 'library_key_previous'],
  [['Enter'], 'library_key_open'],
  [['Esc'], 'library_key_close'],
  [['X'], 'library_key_choose'],
  [['Shift + ↓', 'Shift + ↑'], 'library_key_extend'],
  [['Ctrl + A'], 'library_key_all'],
  [['Del'], 'library_key_delete'],
  [['Ctrl + Z'], 'library_key_undo'],
  [['?'], 'library_key_keys'],
];

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const singleKeys = useSingleKeys();
  return (
    <ModalOverlay className="backdrop" isDismissable isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal>
        <Dialog className="dialog stack">
          <Heading slot="title" level={2}>
            {t('library_keys')}
          </Heading>
          <dl className="keys">
            {KEYS.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
          </dl>
          <label className="row">
            <input type="checkbox" checked={singleKeys} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />
            {t('library_single_keys')}
          </label>
          <p className="small soft">{t('library_keys_note')}</p>
          <p className="small soft">{t('library_search_help')}</p>
          <div className="row">
            <Button onPress={onClose}>{t('common_close')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
