import { createRng, trainableVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Weights that say something: larger than the initial ones, and no bias 0. */
export function setRandomWeights(model: object): void {
  setWeights(model, (variable, noise, inputs) => tf.add(tf.mul(variable, 1.5), tf.mul(noise, 0.3 / Math.sqrt(inputs))));
}

/** Positive weights, so that no relu is off, small enough that no gate is full: whatever a layer sees shows in what it gives. */
export function setPositiveWeights(model: object): void {
  setWeights(model, (_, noise, inputs) => tf.div(tf.add(0.5, tf.sigmoid(noise)), inputs));
}

type Values = (variable: tf.Variable, noise: tf.Tensor, inputs: number) => tf.Tensor;

function setWeights(model: object, values: Values): void {
  const rng = createRng(0);
  for (const [i, variable] of trainableVariables(model).entries()) {
    const inputs = variable.rank > 1 ? variable.size / variable.shape.at(-1)! : 1;
    tf.tidy(() => variable.assign(values(variable, rng.fork(i).normal(variable.shape), inputs)));
  }
}
