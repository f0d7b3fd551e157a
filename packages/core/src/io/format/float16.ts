/** The bits of the IEEE 754 half nearest to each value, ties to even; beyond 65,519.99 it is an infinity. */
export function toHalves(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = toHalf(values[i]!, bits[i]!);
  return halves;
}

/** The values of IEEE 754 halves, exactly. */
export function fromHalves(halves: Uint16Array): Float32Array {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = fromHalf(halves[i]!);
  return values;
}

/**
 * A half counts units of 2^(exponent - 10), from 1024 to 2047 of them, or fewer at the smallest exponent, -14. Its bits are that
 * count plus 1024 for each exponent above -14, so that a count rounded up to 2048 carries into the next exponent by itself.
 */
function toHalf(value: number, bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  if (Number.isNaN(value)) return sign | 0x7e00;
  const exponent = Math.max(((bits >>> 23) & 0xff) - 127, -14);
  const units = roundHalfToEven(Math.abs(value) * 2 ** (10 - exponent));
  return sign | Math.min(units + (exponent + 14) * 1024, 0x7c00);
}

function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
