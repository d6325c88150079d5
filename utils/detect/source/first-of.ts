import type { DetectContext } from '../candidate.ts';
import type { SourceContext, SourceFinding, SourceRule } from './source-context.ts';

/** Rules that go by a link or a name in passing: a passage that somebody signs is told enough without them. */
const LOOSE = new Set(['lead-in-in-outlet', 'lead-in-link', 'sentence-before-link', 'earlier-sentence-link', 'lead-in-work']);

/** What the first rule says that finds a source, and what the rules behind it would say. */
export interface Ranked {
  found: SourceFinding | null;
  /** By rank, other names than the one found. */
  others: SourceFinding[];
}

/** So many other answers are looked for. */
const MOST = 3;

/** What the rules say, in their order: the first that finds a source decides. */
export function ranked(rules: readonly SourceRule[], context: SourceContext): Ranked {
  const found = firstOf(rules, context);
  const others: SourceFinding[] = [];
  if (found?.source == null) return { found, others };
  const from = rules.findIndex((rule) => rule.id === found.rule) + 1;
  for (const rule of rules.slice(from)) {
    if (others.length === MOST) break;
    if (context.context.without.has(rule.id)) continue;
    const other = rule.find(context);
    const name = other?.source?.name;
    if (other === null || name === undefined || name === found.source.name || others.some((o) => o.source?.name === name)) continue;
    others.push({ ...other, rule: rule.id });
  }
  return { found, others };
}

/** A finding, unless its rule is switched off. */
export const allowed = ({ without }: DetectContext, found: SourceFinding | null): SourceFinding | null =>
  found !== null && without.has(found.rule) ? null : found;

/** What the first rule says that finds a source; a signature's speaker is kept beside it. */
function firstOf(rules: readonly SourceRule[], context: SourceContext): SourceFinding | null {
  let signed: SourceFinding | null = null;
  for (const rule of rules) {
    if ((signed !== null && LOOSE.has(rule.id)) || context.context.without.has(rule.id)) continue;
    const found = rule.find(context);
    if (found === null) continue;
    // A signature that names a person alone leaves the question of where from to the rules that follow.
    if (found.source === null) signed ??= { ...found, rule: rule.id };
    else if (signed === null) return { ...found, rule: rule.id };
    else
      return {
        ...found,
        rule: rule.id,
        speaker: signed.speaker ?? found.speaker,
        decidesSpeaker: signed.decidesSpeaker || found.decidesSpeaker,
      };
  }
  return signed;
}
