const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** How many characters of `text` before the UTF-16 offset `end` take two units. A pair that `end` cuts is not counted. */
export const astralBefore = (text: string, end: number): number => text.slice(0, end).match(PAIR)?.length ?? 0;
