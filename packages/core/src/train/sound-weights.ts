import * as tf from '@tensorflow/tfjs-core';
import { type Module, namedVariables } from '../nn/module.ts';

/**
 * The last weights of a model by which its losses are known to be finite. A clone shares the data of its variable until an update gives
 * the variable other data: what is kept costs memory, and no time.
 */
export class SoundWeights {
  readonly #variables: readonly tf.Variable[];
  #sound: Snapshot | undefined;
  #untried: Snapshot | undefined;

  constructor(model: Module) {
    this.#variables = [...namedVariables(model).values()];
  }

  /** Keeps the weights that the model has after `step`. Nothing is known of them yet. */
  keep(step: number): void {
    disposeSnapshot(this.#untried);
    this.#untried = { step, weights: this.#variables.map((variable) => tf.keep(tf.clone<tf.Tensor>(variable))) };
  }

  /** What was kept last has turned out sound, and is kept in the place of what was before. */
  confirm(): void {
    if (this.#untried === undefined) return;
    disposeSnapshot(this.#sound);
    this.#sound = this.#untried;
    this.#untried = undefined;
  }

  /** Gives the sound weights back to the model, and says after which step it had them. */
  restore(): number {
    const { step, weights } = this.#sound!;
    this.#variables.forEach((variable, i) => variable.assign(weights[i]!));
    return step;
  }

  dispose(): void {
    disposeSnapshot(this.#sound);
    disposeSnapshot(this.#untried);
  }
}

interface Snapshot {
  readonly step: number;
  readonly weights: readonly tf.Tensor[];
}

function disposeSnapshot(snapshot: Snapshot | undefined): void {
  for (const weights of snapshot?.weights ?? []) weights.dispose();
}
