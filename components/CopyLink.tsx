import { Link2 } from 'lucide-react';
import type { Annotation } from '../utils/domain/annotation.ts';
import { passageUrl, placeUrl } from '../utils/exchange/passage-url.ts';
import { CopyButton } from './CopyButton.tsx';
import { t } from './t.ts';

/** Copies a link that opens the page at these very words, or the page where no link leads to them alone. Nothing for a page without an address. */
export function CopyLink({ annotation }: { annotation: Annotation }) {
  const url = placeUrl(annotation);
  if (url === null) return null;
  const toPassage = passageUrl(annotation) !== null;
  return (
    <CopyButton
      icon={Link2}
      label={t(toPassage ? 'editor_copy_link' : 'editor_copy_page_link')}
      help={t(toPassage ? 'editor_copy_link_passage' : 'editor_copy_link_page')}
      text={() => url}
    />
  );
}
