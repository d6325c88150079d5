import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../../utils/detect/confidence/found.ts';
import { judged } from '../../../../utils/detect/confidence/judged.ts';
import { Quotation } from '../../../../utils/domain/quotation.ts';

const found = (change: { speaker?: Partial<Found['speaker']>; source?: Partial<Found['source']> } = {}): Found => ({
  kind: 'inline',
  region: 'article',
  text: 'The bridge stays open.',
  start: 10,
  end: 32,
  within: null,
  mention: 'Lind',
  cue: 'said',
  speaker: { name: null, rule: 'speech-subject', score: 0.97, evidence: { start: 35, end: 44 }, weighed: [], ...change.speaker },
  source: { source: null, rule: 'none', score: 0, evidence: null, weighed: [], ...change.source },
  passage: { rule: 'inline-speech', score: 0.9 },
  rule: 'speech-subject',
});
const courier = { name: 'The Courier', url: 'https://courier.example/a', title: null };
const told = { source: courier, rule: 'told-outlet', score: 0.9, evidence: { start: 0, end: 8 } };

describe('what is told', () => {
  it('has for speaker and source each its rule, chance and place', () => {
    const { why } = judged(found({ speaker: { name: 'Mara Lind' }, source: told }));
    expect(why.speaker).toMatchObject({ rule: 'speech-subject', evidence: { start: 35, end: 44 } });
    expect(why.source).toMatchObject({ rule: 'told-outlet', evidence: { start: 0, end: 8 } });
    expect(why.speaker?.confidence).not.toBe(why.source?.confidence);
  });

  it('is as sure as the weaker of both', () => {
    const { why, confidence } = judged(found({ speaker: { name: 'Mara Lind', score: 0.6 }, source: told }));
    expect(confidence).toBe(why.speaker?.confidence);
    expect(confidence).toBeLessThan(why.source?.confidence ?? 0);
  });

  it('is surer the surer the model was', () => {
    const chance = (score: number): number => judged(found({ speaker: { name: 'Mara Lind', score } })).why.speaker?.confidence ?? 0;
    expect(chance(0.99)).toBeGreaterThan(chance(0.9));
    expect(chance(0.9)).toBeGreaterThan(chance(0.5));
  });
});

describe('who is unlikely', () => {
  const weighed = [
    { name: 'Mara Lind', confidence: 0.02, named: true },
    { name: 'Ole Brandt', confidence: 0.01, named: true },
  ];
  const quotation = judged(found({ speaker: { name: 'Mara Lind', score: 0.01, weighed } }));

  it('is not told, nor the words that would point there', () => {
    expect(quotation).toMatchObject({ speaker: null, mention: null, cue: null });
  });

  it('comes first of what it could be', () => {
    expect(quotation.why.speaker).toMatchObject({ rule: 'unsure', confidence: 0, evidence: null });
    expect(quotation.why.speaker?.alternatives.map((a) => a.name)).toEqual(['Mara Lind', 'Ole Brandt']);
  });
});

describe('the alternatives', () => {
  it('are the others whom the model weighed, in the share that is left', () => {
    const weighed = [
      { name: 'Mara Lind', confidence: 0.6, named: true },
      { name: 'Ole Brandt', confidence: 0.3, named: true },
      { name: 'Ida Holm', confidence: 0.1, named: true },
    ];
    const { speaker } = judged(found({ speaker: { name: 'Mara Lind', score: 0.6, weighed } })).why;
    const left = 1 - (speaker?.confidence ?? 0);
    expect(speaker?.alternatives.map((a) => a.name)).toEqual(['Ole Brandt', 'Ida Holm']);
    expect(speaker?.alternatives[0]?.confidence).toBeCloseTo(left * 0.75, 2);
    expect(speaker?.alternatives[1]?.confidence).toBeCloseTo(left * 0.25, 2);
  });

  it('are there where nobody is told', () => {
    const { speaker, why } = judged(found({ speaker: { weighed: [{ name: 'Ole Brandt', confidence: 0.3, named: true }] } }));
    expect(speaker).toBeNull();
    expect(why.speaker).toMatchObject({ rule: 'unsure', alternatives: [{ name: 'Ole Brandt' }] });
  });

  it('never are words that name nobody', () => {
    const weighed = [
      { name: 'the word', confidence: 0.4, named: false },
      { name: 'Ole Brandt', confidence: 0.3, named: true },
    ];
    expect(judged(found({ speaker: { weighed } })).why.speaker?.alternatives.map((a) => a.name)).toEqual(['Ole Brandt']);
  });

  it('of a source are other names that its sentences give', () => {
    const weighed = [
      { name: 'The Courier', kind: 'rule' as const },
      { name: 'Harbour Post', kind: 'link' as const },
    ];
    const { source } = judged(found({ source: { ...told, weighed } })).why;
    expect(source?.alternatives.map((a) => a.name)).toEqual(['Harbour Post']);
  });

  it('are missing where nothing came into question', () => {
    expect(judged(found()).why).toEqual({ speaker: null, source: null });
  });
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const name = fc.constantFrom('Mara Lind', 'Ole Brandt', 'Ida Holm', 'The Courier', 'constructor', '__proto__');
const rule = fc.constantFrom('speech-subject', 'told-outlet', 'toString', 'a-rule-that-no-table-knows');

it('is sound whatever the rules say', () => {
  fc.assert(
    fc.property(
      fc.option(name, { nil: null }),
      rule,
      chance,
      fc.uniqueArray(fc.record({ name, confidence: chance, named: fc.boolean() }), { selector: (w) => w.name }),
      fc.option(name, { nil: null }),
      fc.uniqueArray(fc.record({ name, kind: fc.constantFrom('rule', 'link', 'before', 'outlet', 'cited') }), { selector: (w) => w.name }),
      (speaker, by, score, weighed, source, others) => {
        const quotation = judged(
          found({
            speaker: { name: speaker, rule: by, score, weighed },
            source: { source: source === null ? null : { ...courier, name: source }, rule: by, score, weighed: others },
          }),
        );
        expect(Quotation.safeParse(quotation).success).toBe(true);
        for (const [own, reason] of [
          [quotation.speaker, quotation.why.speaker],
          [quotation.source?.name ?? null, quotation.why.source],
        ] as const) {
          expect(own === null || (reason !== null && reason.rule !== 'unsure')).toBe(true);
          const list = reason?.alternatives ?? [];
          expect(list.length).toBeLessThanOrEqual(3);
          expect(list.every((a) => a.name !== own && a.confidence > 0 && a.confidence <= 1)).toBe(true);
          expect(list.every((a, i) => a.confidence <= (list[i - 1]?.confidence ?? 1))).toBe(true);
        }
      },
    ),
  );
});
