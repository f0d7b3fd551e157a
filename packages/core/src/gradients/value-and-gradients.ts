import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';

export interface ValueAndGradients {
  readonly value: tf.Scalar;
  /** Aligned with the variables; null for a variable that the value does not depend on. */
  readonly gradients: readonly (tf.Tensor | null)[];
}

/**
 * The value of f and its gradients by these variables, all of which the caller disposes. Unlike `tf.variableGrads` it loses no
 * memory when f throws, takes variables that f does not reach, and needs no variable names. Call `registerGradients()` before.
 */
export function valueAndGradients(f: () => tf.Scalar, variables: readonly tf.Variable[]): ValueAndGradients {
  check(variables.length > 0, 'invalid-argument', () => 'variables must hold at least one variable, got none');
  try {
    const { value, grads } = tf.tidy(() => tf.engine().gradients(f, [...variables], undefined, true));
    return { value, gradients: grads.map((gradient) => gradient ?? null) };
  } catch (error) {
    releaseTape();
    throw error;
  }
}

/** tfjs keeps what it saves for the way back in no scope, and forgets to free it when an error cuts the way short. */
function releaseTape(): void {
  const { state } = tf.engine();
  if (state.gradientDepth > 0) return; // the outer of two nested gradients still needs the tape, and will end here too
  for (const { saved } of state.activeTape ?? []) tf.dispose(saved ?? []);
  state.activeTape = [];
}
