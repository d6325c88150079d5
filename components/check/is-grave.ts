import type { QuoteCheck } from '../../utils/domain/check.ts';

/** Something differs that may change the meaning: a number, a negation, a name, a condition that was cut off. */
export const isGrave = ({ changes, notes }: QuoteCheck): boolean => changes.some(({ grave }) => grave) || notes.some(({ grave }) => grave);
