import type * as tf from '@tensorflow/tfjs-core';
import type { JsonObject } from '../json.ts';

/**
 * An update rule without state of its own: `fit` keeps its slots, keyed by the variable's path, and counts its updates, so that
 * one value serves any number of players and runs, and a stored run goes on exactly.
 */
export interface Optimizer {
  readonly config: JsonObject & { readonly kind: string; readonly learningRate: number };
  /** Names of the tensors that it keeps beside each variable, of its shape; all start at zero. */
  readonly slots: readonly string[];
  /** The new value of one variable and of its slots. Called inside a tidy. */
  update(variable: tf.Tensor, gradient: tf.Tensor, slots: Slots, step: UpdateStep): Update;
}

export type Slots = Readonly<Record<string, tf.Tensor>>;

export interface UpdateStep {
  /** After the schedule. */
  readonly learningRate: number;
  /** Number of this update, from 1. */
  readonly count: number;
}

export interface Update {
  readonly value: tf.Tensor;
  readonly slots: Slots;
}
