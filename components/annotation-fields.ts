import {
  type Annotation,
  type Assessment,
  type Body,
  type Claim,
  claimsOf,
  motivationOf,
  noteOf,
  type QuotationBody,
  quotationOf,
} from '../utils/domain/annotation.ts';
import type { Source } from '../utils/domain/quotation.ts';

/** A text that the reader types into an annotation. */
export type Field = 'note' | 'speaker' | 'source' | 'sourceUrl' | `claim/${string}/${'text' | 'author' | 'date'}`;

/** The text that stands in the field now; empty when there is none. */
export function fieldOf(annotation: Annotation, field: Field): string {
  const quotation = quotationOf(annotation);
  switch (field) {
    case 'note':
      return noteOf(annotation);
    case 'speaker':
      return quotation?.speaker ?? '';
    case 'source':
      return quotation?.source?.name ?? '';
    case 'sourceUrl':
      return quotation?.source?.url ?? '';
    default: {
      const place = claimPlace(field);
      return claimsOf(annotation).find((claim) => claim.id === place.id)?.[place.part] ?? '';
    }
  }
}

/**
 * The annotation with the field's text replaced; the very same object when nothing changes.
 * A correction of speaker or source makes the attribution the reader's (rule `reader`, confidence 1).
 * A claim keeps its words when they are emptied: a claim without words is deleted, not blank.
 */
export function withField(annotation: Annotation, field: Field, text: string): Annotation {
  if (fieldOf(annotation, field) === text) return annotation;
  switch (field) {
    case 'note':
      return withBody(annotation, withNote(annotation.body, text));
    case 'speaker':
      return withQuotation(annotation, { speaker: text.trim() === '' ? null : text });
    case 'source':
    case 'sourceUrl':
      return withQuotation(annotation, { source: correctedSource(quotationOf(annotation)?.source ?? null, field, text) });
    default: {
      const { id, part } = claimPlace(field);
      const blank = text.trim() === '';
      if (part === 'text' && blank) return annotation;
      return withClaim(annotation, id, { [part]: blank ? null : text });
    }
  }
}

/** Changes some fields of one claim; an unknown id changes nothing. */
export function withClaim(annotation: Annotation, id: string, change: Partial<Claim>): Annotation {
  if (!claimsOf(annotation).some((claim) => claim.id === id)) return annotation;
  return withBody(
    annotation,
    annotation.body.map((body) => (body.type === 'Claim' && body.id === id ? { ...body, ...change } : body)),
  );
}

/** Answers one question about a claim; the other keeps the answer it has by now, whatever was on the screen. */
export function withJudgement(annotation: Annotation, id: string, judgement: Partial<Assessment>): Annotation {
  const claim = claimsOf(annotation).find((c) => c.id === id);
  return claim ? withClaim(annotation, id, { assessment: { ...claim.assessment, ...judgement } }) : annotation;
}

export function withBody(annotation: Annotation, body: Body[]): Annotation {
  return { ...annotation, body, motivation: motivationOf(body) };
}

function withNote(body: Body[], text: string): Body[] {
  const others = body.filter((b) => b.purpose !== 'commenting');
  if (text.trim() === '') return others;
  return [...others, { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: text }];
}

const UNATTRIBUTED: QuotationBody = {
  type: 'Quotation',
  purpose: 'identifying',
  kind: null,
  region: null,
  speaker: null,
  mention: null,
  cue: null,
  source: null,
  rule: 'reader',
  confidence: 1,
};

function withQuotation(annotation: Annotation, change: Partial<QuotationBody>): Annotation {
  const quotation = { ...(quotationOf(annotation) ?? UNATTRIBUTED), ...change, rule: 'reader', confidence: 1 };
  return withBody(annotation, [...annotation.body.filter((b) => b.type !== 'Quotation'), quotation]);
}

function correctedSource(source: Source | null, field: 'source' | 'sourceUrl', text: string): Source | null {
  const name = field === 'source' ? text : (source?.name ?? '');
  const url = field === 'sourceUrl' ? text.trim() : (source?.url ?? '');
  if (name.trim() === '' && url === '') return null;
  // The title belongs to the document, so another address has another title.
  const title = field === 'sourceUrl' && source?.url !== url ? null : (source?.title ?? null);
  return { name, url: url === '' ? null : url, title };
}

function claimPlace(field: `claim/${string}/${'text' | 'author' | 'date'}`): { id: string; part: 'text' | 'author' | 'date' } {
  const end = field.lastIndexOf('/');
  return { id: field.slice('claim/'.length, end), part: field.slice(end + 1) as 'text' | 'author' | 'date' }; // by the type of `field`
}

/**
 * What a field holds when `mine` was typed over `base` while another surface wrote `theirs`.
 * A note keeps both texts; one-line fields keep mine, and the caller offers theirs back.
 */
export function mergeField(field: Field, base: string, theirs: string, mine: string): { text: string; conflict: boolean } {
  if (theirs === base || theirs === mine) return { text: mine, conflict: false };
  if (field !== 'note' || theirs.trim() === '') return { text: mine, conflict: true };
  if (mine.includes(theirs.trim())) return { text: mine, conflict: false };
  const front = inFrontOf(theirs, base);
  if (front !== null) return { text: front + mine, conflict: true };
  return { text: `${theirs.trimEnd()}\n\n${mine}`, conflict: true };
}

/** What an earlier merge put in front of `base`, where `theirs` still is that; null where it is something else. */
function inFrontOf(theirs: string, base: string): string | null {
  const front = theirs.slice(0, theirs.length - base.length);
  return base.trim() !== '' && theirs === front + base && front.endsWith('\n\n') ? front : null;
}
