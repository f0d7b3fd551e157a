const { fround } = Math;

/** Adds inputs x weights [inputs, sums] to sums, one product after the other, each rounded to float32. */
export function addTap(state: Float32Array, input: number, inputs: number, weights: Float32Array, sums: Float32Array): void {
  const outputs = sums.length;
  for (let i = 0, at = 0; i < inputs; i++, at += outputs) {
    const value = state[input + i]!;
    if (value === 0) continue; // changes no sum
    for (let o = 0; o < outputs; o++) sums[o] = sums[o]! + fround(value * weights[at + o]!);
  }
}
