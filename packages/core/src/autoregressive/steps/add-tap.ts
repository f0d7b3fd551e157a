const { fround } = Math;

/**
 * Adds inputs x weights [inputs, sums] to sums, one product after the other, each rounded to float32. Weights are finite and no sum is -0, so that a
 * zero among the inputs changes nothing: here it is left out, in kernels it is not, and the bits are the same.
 */
export function addTap(state: Float32Array, input: number, inputs: number, weights: Float32Array, sums: Float32Array): void {
  const outputs = sums.length;
  for (let i = 0, at = 0; i < inputs; i++, at += outputs) {
    const value = state[input + i]!;
    if (value === 0) continue;
    for (let o = 0; o < outputs; o++) sums[o] = sums[o]! + fround(value * weights[at + o]!);
  }
}
