/** H = I - factor u uᵀ, which turns a vector into `result` times a unit vector. */
export interface Reflector {
  readonly factor: number;
  readonly result: number;
  /** What the vector less `result` was divided by to make u. */
  readonly divisor: number;
}

/**
 * The Householder reflector of x from entry `from` on; writes its u, which is 1 there, to `u`. The sign of `result` is opposite to
 * that of x[from], so that nothing cancels (Golub and Van Loan, "Matrix computations", 5.1).
 */
export function reflect(x: Float64Array, from: number, u: Float64Array): Reflector {
  u.fill(0, 0, from);
  const first = x[from]!;
  const result = first > 0 ? -normOf(x, from) : normOf(x, from);
  const divisor = result === 0 ? 1 : first - result;
  for (let j = from + 1; j < x.length; j++) u[j] = x[j]! / divisor;
  u[from] = 1;
  return { factor: result === 0 ? 0 : -divisor / result, result, divisor };
}

/** Of the entries from `from` on, safe from overflow and underflow of their squares. */
function normOf(x: Float64Array, from: number): number {
  let largest = 0;
  for (let j = from; j < x.length; j++) largest = Math.max(largest, Math.abs(x[j]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let j = from; j < x.length; j++) sum += (x[j]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
