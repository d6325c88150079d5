import { describe, expect, it } from 'vitest';
import { reliability } from '../../eval/reliability-table.ts';

const outcomes = (right: number, n: number): { right: boolean }[] => Array.from({ length: n }, (_, i) => ({ right: i % n < right }));

describe('the calibration error', () => {
  it('is 0 where the share right is the chance said', () => {
    // 100 cases, nine in ten right in each bin of ten
    const cases = Array.from({ length: 10 }, () => outcomes(9, 10)).flat();
    expect(
      reliability(
        cases,
        cases.map(() => 0.9),
      ).ece,
    ).toBeCloseTo(0, 10);
  });

  it('is the gap where all chances are too high', () => {
    const cases = Array.from({ length: 10 }, () => outcomes(7, 10)).flat();
    expect(
      reliability(
        cases,
        cases.map(() => 0.9),
      ).ece,
    ).toBeCloseTo(0.2, 10);
  });
});

it('the Brier score is 0 for an oracle, and the base that of always saying the share', () => {
  const cases = outcomes(8, 10);
  const { brier, base } = reliability(
    cases,
    cases.map(({ right }) => (right ? 1 : 0)),
  );
  expect(brier).toBe(0);
  expect(base).toBeCloseTo(0.16, 10);
  expect(
    reliability(
      cases,
      cases.map(() => 0.8),
    ).brier,
  ).toBeCloseTo(base, 10);
});

it('counts every case in one bin', () => {
  const cases = outcomes(6, 30);
  const { bins, n } = reliability(
    cases,
    cases.map((_, i) => (i + 1) / 30),
  );
  expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
});
