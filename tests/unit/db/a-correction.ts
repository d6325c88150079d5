import type { Correction } from '../../../utils/domain/correction.ts';
import { sample } from './sample.ts';

/** A correction of the passage that `sample(n)` keeps: said to be of Moss, is of Ida Moss. */
export function aCorrection(n: number, changes: Partial<Correction> & { source?: string } = {}): Correction {
  const { source, ...rest } = changes;
  const { target, created } = sample(n, source === undefined ? {} : { source });
  const { styleClass: _, ...passage } = target;
  return {
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    target: passage,
    attribution: { speaker: 'Ida Moss', source: null },
    detected: {
      kind: 'inline',
      region: 'article',
      speaker: 'Moss',
      mention: 'Ms Moss',
      cue: 'said',
      source: { name: 'The Gazette', url: null, title: null },
      rule: 'speech',
      confidence: 0.7,
    },
    fragment: null,
    created,
    modified: created,
    ...rest,
  };
}
