import type { Annotation } from '../../../utils/domain/annotation.ts';
import { withoutTags, withTag } from '../../annotation-edits.ts';

/** The annotation with a tag under another name; where it has that one already, the two become one. */
export function withTagRenamed(annotation: Annotation, from: string, to: string): Annotation {
  if (from === to) return annotation;
  const without = withoutTags(annotation, new Set([from]));
  // What did not have the tag stays the very same object, so that nothing is written.
  return without.body.length === annotation.body.length ? annotation : withTag(without, to);
}
