const MAX_INLINE = 240;

/** Text of a page or of a file within a sentence of ours: its direction does not leak out, and it is cut to a readable length. */
export function Foreign({ children, max = MAX_INLINE }: { children: string; max?: number }) {
  return <bdi className="foreign">{clip(children, max)}</bdi>;
}

/** The first `max` UTF-16 units with an ellipsis, white space collapsed; never half a surrogate pair. */
export function clip(text: string, max: number): string {
  const line = text
    .slice(0, max * 2 + 64)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= max && text.length <= max * 2 + 64) return line;
  return `${line.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
