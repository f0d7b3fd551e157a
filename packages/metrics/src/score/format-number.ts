/** Four significant digits, and no exponent where a reader needs none. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return String(value);
  if (size >= 1000) return value.toFixed(0);
  return size < 1e-4 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
}
