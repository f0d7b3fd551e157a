// Fixed arithmetic: only what IEEE 754 defines to the bit (sums, products, quotients in float32), in this order. So every engine,
// and the kernel of a backend that does the same, gives the same bits. `Math.exp` and the like may differ between engines.

const { fround } = Math;

/** e^x in float32, within 2 units in the last place; 0 below -87.3, at most e^88. */
export function exp(x: number): number {
  if (x < -87.33654) return 0;
  const bounded = Math.min(x, 88);
  const power = Math.floor(fround(fround(bounded * log2e) + 0.5));
  const high = fround(bounded - fround(power * ln2High));
  const rest = fround(high - fround(power * ln2Low)); // in [-ln 2 / 2, ln 2 / 2]
  let sum = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) sum = fround(fround(sum * rest) + coefficients[i]!);
  const series = fround(fround(fround(sum * fround(rest * rest)) + rest) + 1);
  return fround(series * 2 ** power);
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  const small = exp(-Math.abs(x));
  const top = x < 0 ? small : 1;
  return fround(top / fround(1 + small));
}

export function tanh(x: number): number {
  const small = exp(fround(-2 * Math.abs(x)));
  const size = fround(fround(1 - small) / fround(1 + small));
  return x < 0 ? -size : size;
}

/** x above 0, e^x - 1 below. */
export function elu(x: number): number {
  return x > 0 ? x : fround(exp(x) - 1);
}

// Cephes (S. Moshier), expf; all of them exact in float32.
const log2e = 1.4426950216293335;
const ln2High = 0.693359375;
const ln2Low = -0.00021219444170128554;
const coefficients: readonly number[] = [
  0.00019875691214110702, 0.001398199936375022, 0.008333452045917511, 0.04166579619050026, 0.1666666567325592, 0.5,
];
