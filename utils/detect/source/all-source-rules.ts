import { embeddedPlatform } from './embedded-platform.ts';
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
import { signatureSource } from './signature-source.ts';
import type { SourceRule } from './source-context.ts';

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
  leadInOutletReports,
  leadInOutletProduct,
  leadInInOutlet,
  leadInLink,
  sentenceBeforeLink,
  earlierSentenceLink,
];
