/** One point of a quadrature and what it counts for. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** The eight points of Gauss and Legendre on [-1, 1], half of them: the others mirror these. Exact up to degree 15. */
const HALF_RULE = [
  [0.18343464249564978, 0.362683783378362],
  [0.525532409916329, 0.31370664587788727],
  [0.7966664774136267, 0.22238103445337448],
  [0.9602898564975362, 0.10122853629037626],
] as const;

/** Nodes whose weighted sum is an integral from `from` to `to`, eight in each of `panels` equal parts. */
export function gaussLegendre(from: number, to: number, panels: number): Node[] {
  const half = (to - from) / panels / 2;
  return Array.from({ length: panels }, (_, panel) => from + (2 * panel + 1) * half).flatMap((middle) =>
    HALF_RULE.flatMap(([at, weight]) => [
      { at: middle - half * at, weight: half * weight },
      { at: middle + half * at, weight: half * weight },
    ]),
  );
}
