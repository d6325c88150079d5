/** How far chances can be believed. */
export interface Reliability {
  n: number;
  /** Mean chance said, share right; 0–1. */
  said: number;
  right: number;
  /** Mean of the squared differences between chance and outcome (Brier 1950): 0 is perfect. `base`: of one that always says `right`. */
  brier: number;
  base: number;
  /** Expected calibration error: the mean gap between said and right over ten bins of equally many cases (Naeini et al. 2015). */
  ece: number;
  bins: { from: number; to: number; n: number; said: number; right: number }[];
}

/** Upper ends of the bins printed: finer where most cases lie. */
const BINS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];
const ECE_BINS = 10;

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length);

/** `said[i]` is the chance given to `cases[i]`. */
export function reliability(cases: readonly { right: boolean }[], said: readonly number[]): Reliability {
  const points = cases.map(({ right }, i) => ({ said: said[i] ?? 0, right: right ? 1 : 0 })).sort((a, b) => a.said - b.said);
  const right = mean(points.map((p) => p.right));
  let ece = 0;
  for (let bin = 0; bin < ECE_BINS; bin++) {
    const part = points.slice(Math.round((bin * points.length) / ECE_BINS), Math.round(((bin + 1) * points.length) / ECE_BINS));
    ece += (Math.abs(mean(part.map((p) => p.said)) - mean(part.map((p) => p.right))) * part.length) / Math.max(1, points.length);
  }
  return {
    n: points.length,
    said: mean(points.map((p) => p.said)),
    right,
    brier: mean(points.map((p) => (p.said - p.right) ** 2)),
    base: right * (1 - right),
    ece,
    bins: BINS.flatMap((to, i) => {
      const from = BINS[i - 1] ?? 0;
      const part = points.filter((p) => p.said > from && p.said <= to);
      return part.length === 0
        ? []
        : [{ from, to, n: part.length, said: mean(part.map((p) => p.said)), right: mean(part.map((p) => p.right)) }];
    }),
  };
}

export const percent = (share: number): string => (100 * share).toFixed(1);

export function print(what: string, { n, said, right, brier, base, ece, bins }: Reliability): void {
  console.log(
    `reliability of the ${what}: ${n} told, ${percent(said)} said, ${percent(right)} right; ECE ${percent(ece)}, Brier ${brier.toFixed(4)} (one figure for all: ${base.toFixed(4)})`,
  );
  console.log('  confidence         n   said  right');
  for (const bin of bins)
    console.log(
      `  ${bin.from.toFixed(2)}–${bin.to.toFixed(2)} ${String(bin.n).padStart(10)} ${percent(bin.said).padStart(6)} ${percent(bin.right).padStart(6)}`,
    );
}
