import { citeAttribute } from './cite-attribute.ts';
import { documentSpeaks } from './document-speaks.ts';
import { earlierSentence } from './earlier-sentence.ts';
import { embeddedPlatform } from './embedded-platform.ts';
import { footnote } from './footnote.ts';
import { inlineCitingLink, inlineFromOutlet, inlineInOutlet, inlineOutletSays, inlineToldOutlet } from './inline-outlet.ts';
import { inlineWork } from './inline-work.ts';
import { earlierSentenceLink, leadInLink, sentenceBeforeLink } from './lead-in-link.ts';
import {
  leadInFromOutlet,
  leadInInOutlet,
  leadInOutletAlone,
  leadInOutletProduct,
  leadInOutletReports,
  leadInToldOutlet,
} from './lead-in-outlet.ts';
import { leadInOutletTitle } from './lead-in-outlet-title.ts';
import { leadInPersonOutlet } from './lead-in-person-outlet.ts';
import { leadInSelf } from './lead-in-self.ts';
import { leadInWork } from './lead-in-work.ts';
import { linkLog } from './link-log.ts';
import { postingVerb } from './posting-verb.ts';
import { signatureSource } from './signature-source.ts';
import type { SourceRule } from './source-context.ts';
import { toldUnknown } from './told-unknown.ts';

/** For set-off quotations; the first that finds something decides. */
export const setOffSourceRules: readonly SourceRule[] = [
  embeddedPlatform,
  signatureSource,
  leadInOutletTitle,
  leadInSelf,
  leadInPersonOutlet,
  leadInOutletAlone,
  leadInFromOutlet,
  leadInToldOutlet,
  toldUnknown,
  leadInOutletReports,
  leadInOutletProduct,
  leadInInOutlet,
  postingVerb,
  leadInWork,
  leadInLink,
  sentenceBeforeLink,
  earlierSentenceLink,
  footnote,
  citeAttribute,
];

/** For quotations in running text. */
export const inlineSourceRules: readonly SourceRule[] = [
  linkLog,
  inlineToldOutlet,
  toldUnknown,
  inlineFromOutlet,
  footnote,
  inlineOutletSays,
  inlineInOutlet,
  postingVerb,
  inlineWork,
  inlineCitingLink,
  documentSpeaks,
  earlierSentence,
];
