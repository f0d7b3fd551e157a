import { checkExamples, parallelOps } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { GivenCondition } from './conditioner.ts';
import { conditionOf, logProbOf } from './likelihood.ts';
import { checkGiven, largeMap, smallCondition } from './multi-scale-condition.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

/**
 * log p(x) in nats, one value an image: log p(small image), and of each other pixel, given those before it and the small image. Those
 * of the small image are known by then, so they count once. The caller disposes it.
 */
export function multiScaleLogProb(parts: MultiScaleParts, x: tf.Tensor, given: GivenCondition = {}): tf.Tensor1D {
  const images = checkedImages(parts, x, given);
  return tf.tidy(() => {
    const small = logProbOf(parts.small, parts.lattice.subsample(images), smallCondition(parts, given));
    return tf.add(small, logProbOfOthers(parts, images, given));
  });
}

/** log p(the pixels between the small image's | small image) in nats, one value an image. The caller disposes it. */
export function logProbGivenSmall(parts: MultiScaleParts, x: tf.Tensor, given: GivenCondition = {}): tf.Tensor1D {
  const images = checkedImages(parts, x, given);
  return tf.tidy(() => logProbOfOthers(parts, images, given));
}

function checkedImages(parts: MultiScaleParts, x: tf.Tensor, given: GivenCondition): tf.Tensor4D {
  checkExamples(x, parts.spec.shape);
  checkGiven(parts, given, x.shape[0]!);
  return x as tf.Tensor4D;
}

/** Called inside a tidy. */
function logProbOfOthers({ large, lattice }: MultiScaleParts, x: tf.Tensor4D, { labels, map }: GivenCondition): tf.Tensor1D {
  const images = tf.cast(x, 'float32');
  const given = { ...(labels && { labels }), map: largeMap(lattice.keep(images), map) };
  const parameters = large.network.apply(parallelOps(), images, conditionOf(large, given, x.shape[0]));
  return large.distribution.logProb(lattice.others(images), lattice.others(parameters));
}
