import { createRng, valueAndGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

export interface Slopes {
  /** Of the scalar along a random direction in the variables, by its gradient. */
  readonly gradient: number;
  /** By differences of the scalar itself. */
  readonly difference: number;
}

const STEP = 2e-3;

/**
 * One slope in two ways. The difference is that of float32 numbers, so its step is wide; its error falls with the square of the step,
 * so two steps extrapolate it away. Leaves the variables as they were.
 */
export async function slopes(variables: readonly tf.Variable[], f: () => tf.Scalar): Promise<Slopes> {
  const start = variables.map((variable) => tf.clone(variable));
  const directions = variables.map((variable, i) => draw(variable.shape, i));
  const gradient = await read(() => slopeAlong(directions, variables, f));
  const at = (step: number): Promise<number> =>
    read(() => {
      for (const [i, variable] of variables.entries()) variable.assign(tf.add(start[i]!, tf.mul(directions[i]!, step)));
      return f();
    });
  const quotient = async (step: number): Promise<number> => ((await at(step)) - (await at(-step))) / (2 * step);
  const difference = (4 * (await quotient(STEP / 2)) - (await quotient(STEP))) / 3;
  for (const [i, variable] of variables.entries()) variable.assign(start[i]!);
  tf.dispose([start, directions]);
  return { gradient, difference };
}

function draw(shape: number[], name: number): tf.Tensor {
  return createRng(5).fork(name).normal(shape);
}

function slopeAlong(directions: tf.Tensor[], variables: readonly tf.Variable[], f: () => tf.Scalar): tf.Scalar {
  const { gradients } = valueAndGradients(f, variables);
  return tf.addN(directions.map((direction, i) => tf.sum<tf.Scalar>(tf.mul(direction, gradients[i] ?? 0))));
}

async function read(f: () => tf.Scalar): Promise<number> {
  const scalar = tf.tidy(f);
  const [value] = await scalar.data<'float32'>();
  scalar.dispose();
  return value!;
}
