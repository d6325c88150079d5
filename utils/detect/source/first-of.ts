import type { SourceContext, SourceFinding, SourceRule } from './source-context.ts';

/** Rules that go by a link or a name in passing: a passage that somebody signs is told enough without them. */
const LOOSE = new Set(['lead-in-in-outlet', 'lead-in-link', 'sentence-before-link', 'earlier-sentence-link', 'lead-in-work']);

/** What the first rule says that finds a source; a signature's speaker is kept beside it. */
export function firstOf(rules: readonly SourceRule[], context: SourceContext): SourceFinding | null {
  let signed: SourceFinding | null = null;
  for (const rule of rules) {
    if (signed !== null && LOOSE.has(rule.id)) continue;
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
