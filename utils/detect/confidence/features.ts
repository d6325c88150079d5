import type { Found } from './found.ts';

/** Feature → value. */
export type Features = Map<string, number>;

/** Scores nearer to 0 or 1 say no more than these: log-odds of ±4.6. */
const EDGE = 0.01;

const logOdds = (score: number): number => {
  const clipped = Math.min(1 - EDGE, Math.max(EDGE, score));
  return Math.log(clipped / (1 - clipped));
};

/** Who is told; where nobody is, the likeliest of those who came into question. */
export const candidateOf = ({ speaker }: Found): string | null => speaker.name ?? speaker.weighed[0]?.name ?? null;

/** What speaks for and against the speaker told, or the one who would be; null when nobody came into question. */
export function speakerFeatures(found: Found): Features | null {
  const { speaker, mention, region, within } = found;
  const name = candidateOf(found);
  if (name === null) return null;
  const told = speaker.name !== null;
  const score = told ? speaker.score : (speaker.weighed[0]?.confidence ?? 0);
  const other = Math.max(0, ...speaker.weighed.filter((w) => w.name !== name).map((w) => w.confidence));
  return new Map([
    ['constant', 1],
    ['score', logOdds(score)],
    ['other', other],
    [told ? `named ${namedBy(name, mention)}` : 'not told', 1],
    [`rule ${speaker.rule}`, 1],
    ...(region === 'comment' ? ([['comment', 1]] as const) : []),
    ...(within !== null ? ([['within', 1]] as const) : []),
    ...(/\s/.test(name) ? [] : ([['one word', 1]] as const)),
  ]);
}

/** How the words near the quotation name the speaker: by the name as it is told, by a part of it, by other words ("he"), not at all. */
export function namedBy(name: string, mention: string | null): 'whole' | 'part' | 'else' | 'nowhere' {
  if (mention === null) return 'nowhere';
  if (mention.includes(name)) return 'whole';
  const last = name.split(/\s+/).at(-1) ?? name;
  return mention.includes(last) ? 'part' : 'else';
}

/** What speaks for and against the source told; null when none is. */
export function sourceFeatures({ source, speaker, kind, region }: Found): Features | null {
  const { source: told, rule, score, weighed } = source;
  if (told === null) return null;
  return new Map([
    ['constant', 1],
    ['score', logOdds(score)],
    [`rule ${rule}`, 1],
    [told.url === null ? 'no link' : 'link', 1],
    ...(kind === 'inline' ? ([['inline', 1]] as const) : []),
    ...(region === 'comment' ? ([['comment', 1]] as const) : []),
    ...(weighed.some((w) => w.kind === 'rule' && w.name !== told.name) ? ([['rival rule', 1]] as const) : []),
    ...(told.name === speaker.name ? ([['speaks itself', 1]] as const) : []),
  ]);
}
