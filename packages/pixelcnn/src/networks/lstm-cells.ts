import { ConditionBias, MaskedConv2d, type PixelOps, type PixelRecurrence, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

export interface LstmCellsOptions<Recurrence extends PixelRecurrence> {
  /** Channels of what comes in. */
  readonly inputs: number;
  /** How many pixels of its own row, the own one in the middle, the input-to-state convolution would see without its mask. */
  readonly kernelSize: number;
  readonly recurrence: Recurrence;
  /** The input is masked by colour; the states that it is added to are of earlier pixels, which all colours may see. */
  readonly groups: number;
  /** Channels of the condition; 0 for none. */
  readonly condition: number;
}

/** Input-to-state and state-to-state: what an LSTM makes of a map (equation 3 of 1601.06759). */
export class LstmCells<Recurrence extends PixelRecurrence> {
  readonly input: MaskedConv2d;
  readonly condition: ConditionBias | null;
  readonly recurrence: Recurrence;

  constructor({ inputs, kernelSize, recurrence, groups, condition }: LstmCellsOptions<Recurrence>, rng: Rng) {
    const filters = 4 * recurrence.hidden; // gates output, forget, input, and the content
    this.input = new MaskedConv2d({ inputs, filters, kernelSize, type: 'B', shape: 'horizontal', groups }, rng.fork('input'));
    this.condition = condition ? new ConditionBias(condition, filters, rng.fork('condition')) : null;
    this.recurrence = recurrence;
    this.#remember(recurrence.hidden);
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const gates = ops.apply(this.input, x); // [batch, height, width, 4h]
    return ops.recur(this.recurrence, this.condition ? this.condition.apply(ops, gates, condition!) : gates);
  }

  /** A forget gate that begins with a bias of 1 lets gradients through from the first step on (Gers et al. 2000; Jozefowicz et al. 2015). */
  #remember(hidden: number): void {
    const isForget = (channel: number) => channel >= hidden && channel < 2 * hidden;
    tf.tidy(() => this.input.bias!.assign(tf.tensor1d(Array.from({ length: 4 * hidden }, (_, i) => (isForget(i) ? 1 : 0)))));
  }
}
