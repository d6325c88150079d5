import { Check, Quote } from 'lucide-react';
import { useState } from 'react';
import type { Annotation } from '../utils/domain/annotation.ts';
import { citationOf } from '../utils/exchange/citation.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-text.ts';
import { t } from './t.ts';
import { showToast } from './toasts.ts';

/** Copies the words with speaker, source, page and a link to the very passage. */
export function CopyCitation({ annotation }: { annotation: Annotation }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const done = await copyText(citationOf(annotation));
    setCopied(done);
    if (!done) showToast(t('editor_copy_refused'));
  };
  return (
    <>
      <Button look="quiet" icon={copied ? Check : Quote} onPress={() => void copy()}>
        {copied ? t('editor_copied') : t('editor_copy')}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('editor_copied') : ''}
      </span>
    </>
  );
}
