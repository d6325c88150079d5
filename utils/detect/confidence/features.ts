import type { Found } from './found.ts';

/** Feature → value. More of them (how the name is given, who else was weighed, where it stands) told no more: MODEL.md. */
export type Features = Map<string, number>;

/** Scores nearer to 0 or 1 say no more than these: log-odds of ±4.6. */
const EDGE = 0.01;

const logOdds = (score: number): number => {
  const clipped = Math.min(1 - EDGE, Math.max(EDGE, score));
  return Math.log(clipped / (1 - clipped));
};

/** Rules whose score is the chance of the model; the others' is a figure that somebody set. */
const MODELLED = /^speech-(?!teller$|same-person$)/;

/** What speaks for and against the speaker told; null when nobody is. */
export function speakerFeatures({ speaker: { name, rule, score } }: Found): Features | null {
  if (name === null) return null;
  return new Map([
    ['constant', 1],
    [`rule ${rule}`, 1],
    ...(MODELLED.test(rule)
      ? ([['chance', logOdds(score)]] as const)
      : ([
          ['figure', logOdds(score)],
          ['by a figure', 1],
        ] as const)),
  ]);
}

/** What speaks for and against the source told; null when none is. */
export const sourceFeatures = ({ source: { source, rule, score } }: Found): Features | null =>
  source === null
    ? null
    : new Map([
        ['constant', 1],
        [`rule ${rule}`, 1],
        ['figure', logOdds(score)],
      ]);

const likeliest = ({ weighed }: Found['speaker']): Found['speaker']['weighed'][number] | undefined => weighed.find((w) => w.named);

/** Where nobody is told, the likeliest of those who came into question; null when nobody did. */
export const candidateOf = ({ speaker }: Found): string | null => (speaker.name === null ? (likeliest(speaker)?.name ?? null) : null);

/** What speaks for and against that one. The model was trained on running text: of set-off passages its chances tell less. */
export function candidateFeatures({ speaker, kind }: Found): Features | null {
  const first = likeliest(speaker);
  if (speaker.name !== null || first === undefined) return null;
  return new Map([
    ['constant', 1],
    ['chance', logOdds(first.confidence)],
    [kind === 'inline' ? 'inline' : 'set off', 1],
  ]);
}
