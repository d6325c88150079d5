import { Quote } from 'lucide-react';
import type { Annotation } from '../utils/domain/annotation.ts';
import { citationOf } from '../utils/exchange/citation.ts';
import { CopyButton } from './CopyButton.tsx';
import { t } from './t.ts';

/** Copies the words with speaker, source, page and a link to the very passage. */
export const CopyCitation = ({ annotation }: { annotation: Annotation }) => (
  <CopyButton icon={Quote} label={t('editor_copy')} text={() => citationOf(annotation)} />
);
