import type { PageText, TextSpan } from '../../domain/page-text.ts';
import type { QuotationKind, Region } from '../../domain/quotation.ts';

/** A quotation whose speaker is asked for. Offsets are UTF-16 into `PageText.text`, without the outer marks. */
export interface SpeechQuery {
  start: number;
  end: number;
  kind: QuotationKind;
  /** The block that holds it. */
  paragraph: TextSpan;
  /** The words that introduce a set-off quotation; null for one in a running paragraph. */
  leadIn: TextSpan | null;
  /** Index (in the queries) of the quotation that holds this one. */
  within: number | null;
  region: Region;
}

export interface SpeechAttribution {
  /** The fullest name that the page gives; null when unsure or when nobody is named. */
  speaker: string | null;
  /** The words near the quote that point to the speaker, as they stand in the page. */
  mention: string | null;
  /** The words that introduce the quote. */
  cue: string | null;
  /** Stable id of the rule that decided. */
  rule: string;
  /** 0–1. */
  confidence: number;
  /** Where cue and mention stand. */
  evidence: TextSpan | null;
  /** Nobody utters it: a title, a scare quote, a term. */
  notSpeech: boolean;
}

const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)*|he|she|they|He|She|They`;
const VERB = 'said|says|told|wrote|writes|added|adds|asked|replied|argued|tweeted|sagte|sagt|erklärte|a déclaré|dijo|afirmó';
const BEFORE = new RegExp(String.raw`(${NAME}) (${VERB})\b[^.!?\n]{0,60}$`, 'u');
const AFTER = new RegExp(String.raw`^["”»“’]?,? ?(?:(${NAME}) (${VERB})|(${VERB}) (${NAME}))`, 'u');

/**
 * Whose words each quotation is, in the order of `queries`. Pure, and linear in the page and the queries.
 */
export function attributeSpeech(page: PageText, queries: SpeechQuery[]): SpeechAttribution[] {
  return queries.map((query) => attribute(page, query));
}

function attribute({ text }: PageText, { start, end, paragraph, leadIn }: SpeechQuery): SpeechAttribution {
  const after = AFTER.exec(text.slice(end, Math.min(paragraph.end, end + 120)));
  const from = leadIn?.start ?? Math.max(paragraph.start, start - 300);
  const before = BEFORE.exec(text.slice(Math.max(from, start - 300), start));
  const mention = after?.[1] ?? after?.[4] ?? before?.[1] ?? null;
  const cue = after?.[2] ?? after?.[3] ?? before?.[2] ?? null;
  const rule = mention === null ? 'none' : after === null ? 'speech-before' : 'speech-after';
  return { speaker: mention, mention, cue, rule, confidence: mention === null ? 0 : 0.7, evidence: null, notSpeech: false };
}
