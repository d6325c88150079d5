import { MessageSquareText, Pencil, Scale } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { AnchorStatus } from '../utils/domain/anchor.ts';
import { type Annotation, claimsOf, exactOf, noteOf, quotationOf, tagsOf } from '../utils/domain/annotation.ts';
import { linkable } from '../utils/exchange/passage-url.ts';
import { Credit } from './Credit.tsx';
import { LastCheck } from './check/LastCheck.tsx';
import { AnchorState, type OpenPlace } from './drift/AnchorState.tsx';
import { Foreign } from './Foreign.tsx';
import { QuoteText } from './QuoteText.tsx';
import { formatDay, plural, t } from './t.ts';
import { colourName, useSettings } from './use-settings.ts';

// The popup opens without the editor's code.
const AnnotationEditor = lazy(() => import('./AnnotationEditor.tsx').then((module) => ({ default: module.AnnotationEditor })));

type AnnotationItemProps = {
  annotation: Annotation;
  /** Its place in the open page; null where no page is open. */
  status?: AnchorStatus | null;
  /** The frame that looked for it. */
  open?: OpenPlace | null;
  /** Leads to the passage in the page. */
  onJump?: () => void;
  /** Names the page it is of, for lists over many pages. */
  withPage?: boolean;
  lines?: number;
};

/** An annotation in a list: its words, whose they are, what the reader added; edited in place. */
export function AnnotationItem({ annotation, status = null, open = null, onJump, withPage = false, lines = 4 }: AnnotationItemProps) {
  const [editing, setEditing] = useState(false);
  const quotation = quotationOf(annotation);
  const settings = useSettings();
  return (
    <article className="entry" data-colour={annotation.target.styleClass}>
      <div className="entry-head">
        <div className="grow stack entry-words">
          <QuoteText text={exactOf(annotation)} lines={lines} {...(onJump ? { onPress: onJump } : {})} />
          <span className="visually-hidden">{colourName(settings, annotation.target.styleClass)}</span>
          {quotation ? (
            <Credit credited={{ speaker: quotation.speaker, source: quotation.source, kind: quotation.kind, region: quotation.region }} />
          ) : null}
        </div>
        <TooltipTrigger delay={500}>
          <ToggleButton
            className="button button-quiet button-icon"
            aria-label={t('annotation_edit')}
            isSelected={editing}
            onChange={setEditing}
          >
            <Pencil aria-hidden />
          </ToggleButton>
          <Tooltip className="tooltip">{t('annotation_edit')}</Tooltip>
        </TooltipTrigger>
      </div>
      {status === null || status === 'exact' ? null : <AnchorState annotation={annotation} status={status} open={open} />}
      {editing ? (
        <Suspense fallback={<p className="soft small">{t('common_loading')}</p>}>
          <AnnotationEditor annotation={annotation} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <Summary annotation={annotation} withPage={withPage} />
      )}
    </article>
  );
}

function Summary({ annotation, withPage }: { annotation: Annotation; withPage: boolean }) {
  const note = noteOf(annotation);
  const tags = tagsOf(annotation);
  const claims = claimsOf(annotation).length;
  return (
    <>
      {note === '' ? null : (
        <p className="entry-note small">
          <MessageSquareText className="icon" aria-label={t('editor_note')} />
          <span className="clamp grow" dir="auto">
            {note.slice(0, 600)}
          </span>
        </p>
      )}
      {tags.length === 0 ? null : (
        <ul className="tags" aria-label={t('editor_tags')}>
          {tags.map((tag) => (
            <li key={tag} className="tag">
              <Foreign max={60}>{tag}</Foreign>
            </li>
          ))}
        </ul>
      )}
      {claims === 0 ? null : (
        <p className="small soft row">
          <Scale className="icon" aria-hidden /> {plural('annotation_claims', claims)}
        </p>
      )}
      <LastCheck annotation={annotation} />
      {withPage ? <PageLine annotation={annotation} /> : null}
    </>
  );
}

function PageLine({ annotation }: { annotation: Annotation }) {
  const { source, title, site } = annotation.target;
  // An imported file may name any address.
  const href = linkable(source);
  const name = <Foreign>{title || source}</Foreign>;
  return (
    <p className="small soft entry-page">
      {href === null ? (
        <span className="one-line">{name}</span>
      ) : (
        <a className="one-line" href={href} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      )}
      <span>
        <Foreign max={60}>{site}</Foreign> · <time dateTime={annotation.created}>{formatDay(annotation.created)}</time>
      </span>
    </p>
  );
}
