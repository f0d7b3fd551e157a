import { elu, sigmoid, tanh } from '../functions.ts';
import type { PixelActivation } from '../pixel-ops.ts';

const { fround } = Math;

/** What an activation makes of `count` numbers of one array, from `input` on, in another from `output` on. */
export function activate(
  from: Float32Array,
  input: number,
  count: number,
  activation: PixelActivation | undefined,
  to: Float32Array,
  output: number,
): void {
  if (activation === 'concatElu') {
    for (let i = 0; i < count; i++) {
      to[output + i] = elu(from[input + i]!);
      to[output + count + i] = elu(-from[input + i]!);
    }
  } else if (activation === 'gated') {
    const half = count / 2;
    for (let i = 0; i < half; i++) to[output + i] = fround(tanh(from[input + i]!) * sigmoid(from[input + half + i]!));
  } else {
    const one = activation === undefined ? same : elementwise[activation];
    for (let i = 0; i < count; i++) to[output + i] = one(from[input + i]!);
  }
}

const elementwise = { relu: (x: number) => Math.max(x, 0), elu, tanh, sigmoid };

function same(x: number): number {
  return x;
}
