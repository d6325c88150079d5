const SMALL = /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|as|der|die|das|und|von|de|la|le|les|et|du|des|el|los|y)$/iu;
const MAX_WORDS = 12;

/** Whether a run of italics or a link reads as the title of a work: a capital on each word that is not small. */
export function isWorkTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  const heavy = words.filter((w) => !SMALL.test(w));
  return words.length > 0 && words.length <= MAX_WORDS && heavy.length > 0 && heavy.every((w) => /^\p{Lu}/u.test(w));
}
