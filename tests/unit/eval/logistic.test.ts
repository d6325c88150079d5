import { describe, expect, it } from 'vitest';
import { type Case, chanceOf, fitLogistic, outOfFold } from '../../eval/logistic.ts';

const cases = (feature: string, right: number, n: number, group = 'a'): Case[] =>
  Array.from({ length: n }, (_, i) => ({
    features: new Map([
      ['constant', 1],
      [feature, 1],
    ]),
    right: i < right,
    doubt: 0,
    weight: 1,
    group,
  }));
const chance = (feature: string, data: Case[], ridge: number): number =>
  chanceOf(
    fitLogistic(data, (name) => (name === 'constant' ? 0.001 : ridge)),
    new Map([
      ['constant', 1],
      [feature, 1],
    ]),
  );

describe('a fitted chance', () => {
  const data = [...cases('often', 90, 100), ...cases('seldom', 20, 100), ...cases('once', 1, 1)];

  it('is the share that was right where cases are many', () => {
    expect(chance('often', data, 0.1)).toBeCloseTo(0.9, 2);
    expect(chance('seldom', data, 0.1)).toBeCloseTo(0.2, 2);
  });

  it('is drawn to that of all where they are few', () => {
    expect(chance('once', data, 5)).toBeLessThan(0.7);
    expect(chance('once', data, 0.01)).toBeGreaterThan(chance('once', data, 5));
  });

  it('stays below 1 by the doubt of its cases', () => {
    expect(
      chance(
        'sure',
        cases('sure', 50, 50).map((c) => ({ ...c, doubt: 0.04 })),
        0.1,
      ),
    ).toBeCloseTo(0.96, 2);
  });
});

it('out of fold nothing is known of a group itself', () => {
  const data = [...cases('x', 10, 10, 'good'), ...cases('x', 0, 10, 'bad')];
  const said = outOfFold(data, [], () => 0.1, 2);
  expect(said[0]).toBeLessThan(0.2);
  expect(said.at(-1)).toBeGreaterThan(0.8);
});
