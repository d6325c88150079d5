import { type Annotation, type Claim, type Colour, exactOf, quotationOf, type Tag, tagsOf } from '../utils/domain/annotation.ts';
import { withBody } from './annotation-fields.ts';

const MAX_TAG_LENGTH = 200;

/** What a typed tag is stored as: no white space around or doubled, no `#` in front; null when nothing remains. */
export function tagFrom(typed: string): string | null {
  const tag = typed
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^#+\s*/u, '')
    .slice(0, MAX_TAG_LENGTH)
    .trim();
  return tag === '' ? null : tag;
}

/** Adds a tag unless the annotation has it already (letter case aside). */
export function withTag(annotation: Annotation, tag: string): Annotation {
  const present = tagsOf(annotation).some((t) => t.toLocaleLowerCase() === tag.toLocaleLowerCase());
  if (present) return annotation;
  const body: Tag = { type: 'TextualBody', purpose: 'tagging', value: tag };
  return withBody(annotation, [...annotation.body, body]);
}

export function withoutTags(annotation: Annotation, tags: ReadonlySet<string>): Annotation {
  return withBody(
    annotation,
    annotation.body.filter((b) => b.purpose !== 'tagging' || !tags.has(b.value)),
  );
}

export function withColour(annotation: Annotation, colour: Colour): Annotation {
  return { ...annotation, target: { ...annotation.target, styleClass: colour } };
}

/** A first draft of a claim: the kept words, said by the speaker that was found. */
export function draftClaim(annotation: Annotation, id: string): Claim {
  return {
    type: 'Claim',
    purpose: 'describing',
    id,
    text: exactOf(annotation).replace(/\s+/gu, ' ').trim() || '…',
    author: quotationOf(annotation)?.speaker ?? null,
    date: null,
    assessment: { authenticity: null, veracity: null },
  };
}

export function withClaimAdded(annotation: Annotation, claim: Claim): Annotation {
  return withBody(annotation, [...annotation.body, claim]);
}

export function withoutClaim(annotation: Annotation, id: string): Annotation {
  return withBody(
    annotation,
    annotation.body.filter((b) => b.type !== 'Claim' || b.id !== id),
  );
}
