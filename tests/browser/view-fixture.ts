import type { AnchoredHighlight } from '../../utils/domain/anchor.ts';
import type { Colour } from '../../utils/domain/annotation.ts';
import type { Quotation } from '../../utils/domain/quotation.ts';

export const highlight = (id: string, start: number, end: number, colour: Colour = 'yellow'): AnchoredHighlight => ({
  id,
  colour,
  status: 'exact',
  span: { start, end },
});

export const quotation = (text: string, start: number, end: number, more: Partial<Quotation> = {}): Quotation => ({
  kind: 'inline',
  region: 'article',
  text,
  start,
  end,
  within: null,
  why: { speaker: null, source: null },
  speaker: null,
  mention: null,
  cue: null,
  source: null,
  rule: 'none',
  confidence: 0.5,
  ...more,
});
