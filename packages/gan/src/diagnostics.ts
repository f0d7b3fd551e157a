import * as tf from '@tensorflow/tfjs-core';

/** What tells how the game stands: means over a batch, of scores [batch] of real and of generated examples. */
export function scoreMetrics(real: tf.Tensor1D, fake: tf.Tensor1D, boundary: number | undefined): Record<string, tf.Scalar> {
  const [realScore, fakeScore] = [tf.mean<tf.Scalar>(real), tf.mean<tf.Scalar>(fake)];
  const zero = boundary ?? tf.div(tf.add(realScore, fakeScore), 2); // scores without a zero: the middle of the two means
  return {
    realScore,
    fakeScore,
    realAccuracy: share(tf.greater(real, zero)),
    fakeAccuracy: share(tf.lessEqual(fake, zero)),
  };
}

/**
 * How far apart the generated examples lie: the mean distance of each to its nearest in the batch, over the same of the real ones. Near
 * 1 they are as varied as the data; towards 0 the generator has collapsed to few points.
 */
export function diversity(real: tf.Tensor, fake: tf.Tensor): tf.Scalar {
  return tf.div(meanNearest(fake), tf.maximum(meanNearest(real), 1e-12));
}

function meanNearest(x: tf.Tensor): tf.Scalar {
  const rows: tf.Tensor2D = tf.reshape(x, [x.shape[0]!, -1]);
  const squares = tf.sum<tf.Tensor2D>(tf.square(rows), 1, true); // [batch, 1]
  const apart = tf.add(tf.sub(squares, tf.mul(tf.matMul(rows, rows, false, true), 2)), tf.transpose(squares));
  const itself = tf.mul(tf.eye(x.shape[0]!), 1e30);
  return tf.mean(tf.sqrt(tf.relu(tf.min(tf.add(apart, itself), 1))));
}

function share(holds: tf.Tensor): tf.Scalar {
  return tf.mean(tf.cast(holds, 'float32'));
}
