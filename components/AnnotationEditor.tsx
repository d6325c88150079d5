import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { type Annotation, type Claim, claimsOf, quotationOf, tagsOf } from '../utils/domain/annotation.ts';
import type { CardFocus } from '../utils/messaging/protocol.ts';
import { AttributionEditor } from './AttributionEditor.tsx';
import { draftClaim, withClaimAdded, withColour, withoutClaim, withoutTags, withTag } from './annotation-edits.ts';
import { withJudgement } from './annotation-fields.ts';
import { Button } from './Button.tsx';
import { ClaimEditor } from './ClaimEditor.tsx';
import { ColourPicker } from './ColourPicker.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { CopyLink } from './CopyLink.tsx';
import { Credit } from './Credit.tsx';
import { CheckLink } from './check/CheckLink.tsx';
import { LastCheck } from './check/LastCheck.tsx';
import { storeOpenDrafts } from './draft-saver.ts';
import { Provenance } from './drift/Provenance.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { change, changeWithUndo, removeWithUndo } from './store.ts';
import { TagEditor } from './TagEditor.tsx';
import { t } from './t.ts';
import { reportFailure } from './toasts.ts';
import { useSpeakerNames, useTagCounts } from './use-annotations.ts';
import './editor.css';

type AnnotationEditorProps = {
  annotation: Annotation;
  /** The field that has the focus when the editor opens. */
  focus?: CardFocus;
  /** Shows a Done button. */
  onDone?: () => void;
  onRemoved?: () => void;
};

/** Edits an annotation in place; what is typed and chosen is stored at once. */
export function AnnotationEditor({ annotation, focus = 'none', onDone, onRemoved }: AnnotationEditorProps) {
  const { id } = annotation;
  const known = useTagCounts() ?? [];
  const speakers = useSpeakerNames() ?? [];
  const removing = useRef(false);
  // A tag that was typed and not yet added is added when its field is left, also by the press on Delete: no failure worth a word.
  const edit = (how: (annotation: Annotation) => Annotation): void =>
    void change(id, how).then((result) => (removing.current ? undefined : reportFailure(result)));
  const remove = async (): Promise<void> => {
    removing.current = true;
    const result = await removeWithUndo([id]);
    removing.current = result.ok;
    if (result.ok) onRemoved?.();
  };
  return (
    <div className="editor stack">
      <ColourPicker value={annotation.target.styleClass} onChange={(colour) => edit((now) => withColour(now, colour))} />
      <NoteEditor annotation={annotation} autoFocus={focus === 'note'} />
      <TagEditor
        tags={tagsOf(annotation)}
        known={known}
        autoFocus={focus === 'tags'}
        onAdd={(tag) => edit((now) => withTag(now, tag))}
        onRemove={(tag) =>
          void changeWithUndo(
            id,
            (now) => withoutTags(now, new Set([tag])),
            (now) => withTag(now, tag),
            t('editor_tag_removed', tag.slice(0, 60)),
          )
        }
      />
      <Whose annotation={annotation} speakers={speakers} />
      <LastCheck annotation={annotation} />
      <Claims annotation={annotation} speakers={speakers} startWithOne={focus === 'claim'} />
      <Provenance annotation={annotation} />
      <div className="row editor-foot">
        <p className="soft small editor-saves">{t('editor_saves')}</p>
        <CheckLink address={{ kind: 'annotation', id }} />
        <CopyCitation annotation={annotation} />
        <CopyLink annotation={annotation} />
        <Button look="danger" icon={Trash2} onPress={() => void remove()}>
          {t('editor_delete')}
        </Button>
        {onDone ? (
          <span className="editor-done">
            <Button look="primary" onPress={onDone}>
              {t('editor_done')}
            </Button>
          </span>
        ) : null}
      </div>
    </div>
  );
}

function Whose({ annotation, speakers }: { annotation: Annotation; speakers: string[] }) {
  const quotation = quotationOf(annotation);
  return (
    <Disclosure className="disclosure">
      <div className="row disclosure-head">
        <AriaButton slot="trigger" className="text-button">
          {t('editor_whose')}
        </AriaButton>
      </div>
      <Credit credited={{ speaker: quotation?.speaker ?? null, source: quotation?.source ?? null }} />
      <DisclosurePanel>
        <AttributionEditor annotation={annotation} speakers={speakers} />
      </DisclosurePanel>
    </Disclosure>
  );
}

function Claims({ annotation, speakers, startWithOne }: { annotation: Annotation; speakers: string[]; startWithOne: boolean }) {
  const { id } = annotation;
  const claims = claimsOf(annotation);
  const [focused, setFocused] = useState<string | null>(null);
  const [asked, setAsked] = useState(startWithOne);

  const add = (): void => {
    const claim = draftClaim(annotation, crypto.randomUUID());
    setFocused(claim.id);
    void change(id, (now) => withClaimAdded(now, claim)).then(reportFailure);
  };
  if (asked) {
    setAsked(false);
    if (claims.length === 0) queueMicrotask(add);
    else setFocused(claims[0]?.id ?? null);
  }

  return (
    <section className="stack" aria-label={t('editor_claims')}>
      {claims.map((claim, i) => (
        <ClaimEditor
          key={claim.id}
          annotation={annotation}
          claim={claim}
          number={i + 1}
          speakers={speakers}
          autoFocus={claim.id === focused}
          onJudge={(judgement) => void change(id, (now) => withJudgement(now, claim.id, judgement)).then(reportFailure)}
          onRemove={() => void removeClaim(id, claim)}
        />
      ))}
      <div>
        <Button look="quiet" icon={Plus} onPress={add}>
          {t('editor_claim_add')}
        </Button>
      </div>
    </section>
  );
}

/** Undo puts back the claim as it was stored last: words typed a moment ago may not be on the screen's copy yet. */
async function removeClaim(id: string, shown: Claim): Promise<void> {
  await storeOpenDrafts();
  let removed = shown;
  await changeWithUndo(
    id,
    (now) => {
      removed = claimsOf(now).find((one) => one.id === shown.id) ?? shown;
      return withoutClaim(now, shown.id);
    },
    (now) => withClaimAdded(now, removed),
    t('editor_claim_removed'),
  );
}
