import { MaskedConv2d } from '../nn/masked-conv2d.ts';
import type { Rng } from '../rng.ts';
import type { PixelOps } from './pixel-ops.ts';

/** Adds what a condition says to the features of a layer: a bias that depends on the class, or on the place (1606.05328, eq. 4 and 5). */
export class ConditionBias {
  readonly project: MaskedConv2d;

  constructor(condition: number, filters: number, rng: Rng) {
    this.project = new MaskedConv2d({ inputs: condition, filters, kernelSize: 1, type: 'B', bias: false }, rng);
  }

  apply<T>(ops: PixelOps<T>, x: T, condition: T): T {
    return ops.add(x, ops.apply(this.project, condition));
  }
}
