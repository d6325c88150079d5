/** One case: its features, and whether it was right. */
export interface Case {
  features: ReadonlyMap<string, number>;
  right: boolean;
  /** Share of such right ones that would be wrong where they were not looked at before (0–1). */
  doubt: number;
  weight: number;
  /** Cases of one group (a page) are never split between fitting and testing. */
  group: string;
}
export type Weights = Record<string, number>;

/** How strongly a weight is drawn towards 0: as many cases (weighted, at a chance of ½) as it takes to move it freely, over 4. */
export type Penalty = (feature: string) => number;

export const chanceOf = (weights: Readonly<Weights>, features: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

/** Logistic regression by Newton's method with a ridge for each feature. */
export function fitLogistic(cases: readonly Case[], penalty: Penalty): Weights {
  const names = [...new Set(cases.flatMap((c) => [...c.features.keys()]))];
  const place = new Map(names.map((name, i) => [name, i]));
  const rows = cases.map((c) => ({ ...c, x: [...c.features].map(([name, value]) => [place.get(name) ?? 0, value] as const) }));
  const ridge = names.map(penalty);
  let beta = names.map(() => 0);
  for (let step = 0; step < 20; step++) {
    const gradient = beta.map((b, i) => -(ridge[i] ?? 0) * b);
    const hessian = names.map((_, i) => names.map((_, j) => (i === j ? (ridge[i] ?? 0) : 0)));
    for (const { x, right, doubt, weight } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, [i, value]) => sum + value * (beta[i] ?? 0), 0)));
      for (const [i, value] of x) {
        gradient[i] = (gradient[i] ?? 0) + weight * ((right ? 1 - doubt : 0) - p) * value;
        const line = hessian[i] ?? [];
        for (const [j, other] of x) line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * other;
      }
    }
    const change = solve(hessian, gradient);
    beta = beta.map((b, i) => b + (change[i] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-4) break;
  }
  return Object.fromEntries(names.map((name, i) => [name, beta[i] ?? 0]));
}

/** Gauss–Jordan; the matrix is positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  rows.forEach((line, i) => {
    const pivot = line[i] ?? 1;
    for (let j = i; j < line.length; j++) line[j] = (line[j] ?? 0) / pivot;
    rows.forEach((other, k) => {
      const factor = other[i] ?? 0;
      if (k === i || factor === 0) return;
      for (let j = i; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0);
    });
  });
  return rows.map((line) => line.at(-1) ?? 0);
}

/** The chance of each case as a table fitted without its group says it, in the order of `cases`; `always` is fitted on every time. */
export function outOfFold(cases: readonly Case[], always: readonly Case[], penalty: Penalty, folds = 10): number[] {
  const groups = [...new Set(cases.map((c) => c.group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const said = cases.map(() => 0);
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitLogistic([...cases.filter((c) => foldOf.get(c.group) !== fold), ...always], penalty);
    cases.forEach((c, i) => {
      if (foldOf.get(c.group) === fold) said[i] = chanceOf(weights, c.features);
    });
  }
  return said;
}
