import { Check, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { copyText } from './copy-text.ts';
import { t } from './t.ts';
import { showToast } from './toasts.ts';

type CopyButtonProps = {
  icon: LucideIcon;
  label: string /** What it does, in a sentence, where the label is not enough. */;
  help?: string;
  text: () => string;
};

/** Puts a text on the clipboard and says so, in sight and to a screen reader. */
export function CopyButton({ icon, label, help, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const done = await copyText(text());
    setCopied(done);
    if (!done) showToast(t('editor_copy_refused'));
  };
  return (
    <>
      <Button
        look="quiet"
        icon={copied ? Check : icon}
        {...(help && !copied ? { 'aria-label': `${label}: ${help}` } : {})}
        onPress={() => void copy()}
      >
        {copied ? t('editor_copied') : label}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('editor_copied') : ''}
      </span>
    </>
  );
}
