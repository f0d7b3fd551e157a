import * as tf from '@tensorflow/tfjs-core';
import { createRng } from '../rng.ts';

export interface GradientErrorOptions {
  /** How many derivatives to check. @default 2 */
  readonly orders?: number;
  /** Of the directions. @default 0 */
  readonly seed?: number;
  /** Of the finite differences. The default suits float32: smaller, rounding grows; larger, curvature. @default 0.02 */
  readonly step?: number;
}

/**
 * How far the derivatives of an op are from finite differences, relative to the length of the gradient: one error for order 1,
 * 2, ... The caller keeps the inputs.
 *
 * The op is checked inside the loss L(x) = sum of w * (y + y^2 / 2), which has curvature even where the op is linear. D(0) is L,
 * and D(k) is the derivative of D(k - 1) in a direction of random ones and minus ones; so each order costs five evaluations
 * whatever the sizes, and no element can hide an error. Differences are taken at two steps and extrapolated (Richardson), and
 * sums are taken on the host in double precision.
 */
export async function gradientErrors(
  run: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  { orders = 2, seed = 0, step = 0.02 }: GradientErrorOptions = {},
): Promise<number[]> {
  const directions = Array.from({ length: orders }, (_, order) => inputs.map((x, i) => signs(x.shape, `${seed}/${order}/${i}`)));
  const errors: number[] = [];
  for (const [order, along] of directions.entries()) {
    const before = directions.slice(0, order);
    const slope = async (by: number): Promise<number> => {
      const [ahead, behind] = [
        await valueAt(run, moved(inputs, along, by), before),
        await valueAt(run, moved(inputs, along, -by), before),
      ];
      return (ahead - behind) / (2 * by);
    };
    const numeric = (4 * (await slope(step / 2)) - (await slope(step))) / 3;
    const gradient = await gradientAt(run, inputs, before);
    const length = Math.sqrt(dot(gradient, gradient));
    errors.push(Math.abs(dot(gradient, await read(along)) - numeric) / (length + 0.01));
  }
  tf.dispose(directions);
  return errors;
}

type Operation = (...inputs: tf.Tensor[]) => tf.Tensor;
/** A point in the space of the inputs, or a direction in it. */
type Point = readonly tf.Tensor[];

/** D(k) for the k directions given. Disposes the point. */
async function valueAt(run: Operation, point: Point, directions: readonly Point[]): Promise<number> {
  const along = directions.at(-1);
  try {
    if (along !== undefined) return dot(await gradientAt(run, point, directions.slice(0, -1)), await read(along));
    const y = tf.tidy(() => tf.cast(run(...point), 'float32'));
    const weights = lossWeights(y.shape);
    const [values, factors] = await read([y, weights]);
    tf.dispose([y, weights]);
    return values!.reduce((sum, value, i) => sum + factors![i]! * (value + value ** 2 / 2), 0);
  } finally {
    tf.dispose([...point]);
  }
}

/** The gradient of D(k), on the host. */
async function gradientAt(run: Operation, point: Point, directions: readonly Point[]): Promise<Float32Array[]> {
  const gradients = tf.tidy(() => gradientsOf((...xs) => directional(run, xs, directions), point));
  const values = await read(gradients);
  tf.dispose(gradients);
  return values;
}

/** D(k) as a scalar on the tape. */
function directional(run: Operation, point: Point, directions: readonly Point[]): tf.Scalar {
  const along = directions.at(-1);
  if (along === undefined) return loss(run(...point));
  const gradients = gradientsOf((...xs) => directional(run, xs, directions.slice(0, -1)), point);
  return tf.addN(gradients.map((gradient, i) => tf.sum(tf.mul(gradient, along[i]!)))) as tf.Scalar;
}

function loss(y: tf.Tensor): tf.Scalar {
  const real = tf.cast(y, 'float32');
  return tf.sum(tf.mul(lossWeights(y.shape), tf.add(real, tf.mul(tf.square(real), 0.5))));
}

/** Zeros for inputs that f does not reach, where `tf.grads` would throw. */
function gradientsOf(f: (...inputs: tf.Tensor[]) => tf.Scalar, point: Point): tf.Tensor[] {
  const { grads } = tf.engine().gradients(() => f(...point), [...point], undefined, true);
  return grads.map((gradient, i) => gradient ?? tf.zerosLike(point[i]!));
}

function moved(point: Point, along: Point, by: number): Point {
  return tf.tidy(() => point.map((x, i) => tf.add(x, tf.mul(along[i]!, by))));
}

function lossWeights(shape: number[]): tf.Tensor {
  return createRng(1).uniform(shape);
}

function signs(shape: number[], name: string): tf.Tensor {
  return tf.tidy(() => tf.sub(tf.mul(tf.step(createRng(2).fork(name).normal(shape)), 2), 1));
}

async function read(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  return values.map((value) => value.slice()); // cpu hands out its own array
}

function dot(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  return a.reduce((all, values, i) => values.reduce((sum, value, j) => sum + value * b[i]![j]!, all), 0);
}
