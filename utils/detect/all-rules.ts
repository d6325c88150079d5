import type { DetectionRule } from './candidate.ts';
import { blockQuotation } from './rules/block-quotation.ts';
import { embeddedPost } from './rules/embedded-post.ts';
import { headedBox } from './rules/headed-box.ts';
import { inlineSpeech } from './rules/inline-speech.ts';
import { italicPassage } from './rules/italic-passage.ts';
import { listItem } from './rules/list-item.ts';
import { namedBox } from './rules/pull-quotation.ts';
import { quotedLines } from './rules/quoted-lines.ts';

/** In order: what an earlier rule took, a later one leaves. */
export const allRules: readonly DetectionRule[] = [
  embeddedPost,
  quotedLines,
  italicPassage,
  blockQuotation,
  namedBox,
  headedBox,
  listItem,
  inlineSpeech,
];
