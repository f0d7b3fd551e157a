import * as tf from '@tensorflow/tfjs-core';

/** Everything that a run computed, as the bits of its float32 values: what must be equal wherever it runs. */
export type Outputs = Readonly<Record<string, readonly number[]>>;

const [batch, inputs, hidden, classes] = [96, 196, 64, 10];

/** A few steps of training, a convolution, and tensors that the memory must grow for, on the current backend. */
export async function runWorkload(): Promise<Outputs> {
  const results = { ...train(4), ...convolve(), ...grow() };
  const outputs = await Promise.all(Object.entries(results).map(async ([name, tensor]) => [name, bitsOf(await tensor.data())]));
  tf.dispose(results);
  return Object.fromEntries(outputs);
}

type Tensors = Record<string, tf.Tensor>;

/** Gradient descent on y = w2 tanh(w1 x + b) under the squared error, with the gradients by hand: tfjs-core alone registers none. */
function train(steps: number): Tensors {
  return tf.tidy(() => {
    const x = values([batch, inputs], 1);
    const y = values([batch, classes], 2);
    let w1: tf.Tensor = values([inputs, hidden], 3);
    let b: tf.Tensor = values([hidden], 4);
    let w2: tf.Tensor = values([hidden, classes], 5);
    let loss = tf.scalar(0);
    for (let step = 0; step < steps; step++) {
      const h = tf.tanh(tf.add(tf.matMul(x, w1), b)); // [batch, hidden]
      const error = tf.sub(tf.matMul(h, w2), y); // [batch, classes]
      const dHidden = tf.mul(tf.matMul(error, w2, false, true), tf.sub(1, tf.square(h))); // [batch, hidden]
      loss = tf.mean(tf.square(error));
      w2 = descend(w2, tf.matMul(h, error, true, false));
      w1 = descend(w1, tf.matMul(x, dHidden, true, false));
      b = descend(b, tf.sum(dHidden, 0));
    }
    return { w1, b, w2, loss };
  });
}

function descend(weights: tf.Tensor, gradient: tf.Tensor): tf.Tensor {
  return tf.sub(weights, tf.mul(gradient, 0.1 / batch));
}

function convolve(): Tensors {
  return tf.tidy(() => {
    const x = values([4, 14, 14, 3], 6) as tf.Tensor4D;
    const filters = values([3, 3, 3, 8], 7) as tf.Tensor4D;
    return { same: tf.conv2d(x, filters, 1, 'same'), strided: tf.conv2d(x, filters, 2, 'valid') };
  });
}

/** Tensors of 20 MB each, more than the memory begins with: what was there before must still be, and still be found. */
function grow(): Tensors {
  return tf.tidy(() => {
    const early = values([1000], 8);
    const seen = tf.reverse(early);
    const large = tf.add(tf.fill([5_000_000], 2), tf.fill([5_000_000], 3));
    return { seen, again: tf.reverse(early), sum: tf.add(early, early), end: tf.slice(large, 4_999_000, 1000) };
  });
}

/** Numbers in [-0.5, 0.5) that are the same everywhere: a linear congruential generator (Numerical Recipes), divided by a power of two. */
function values(shape: number[], seed: number): tf.Tensor {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24 - 0.5;
  };
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, next), shape);
}

function bitsOf(numbers: ArrayLike<number>): number[] {
  return Array.from(new Uint32Array(Float32Array.from(numbers).buffer));
}
