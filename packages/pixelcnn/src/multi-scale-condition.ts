import * as tf from '@tensorflow/tfjs-core';
import { type ConditionShapes, checkCondition } from './conditioner.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

interface Given<Labels> {
  readonly labels?: Labels;
  readonly map?: tf.Tensor4D;
}

/** Throws 'invalid-shape' where a condition is not the one that the model was built for. */
export function checkGiven({ spec, config }: MultiScaleParts, given: ConditionShapes, count: number): void {
  checkCondition({ ...config, shape: spec.shape }, given, count);
}

/** What the small image is conditioned on: of a map, the pixels under its own, a new tensor. */
export function smallCondition<Labels>({ lattice }: MultiScaleParts, { labels, map }: Given<Labels>): Given<Labels> {
  return { ...(labels && { labels }), ...(map && { map: lattice.subsample(map) }) };
}

/** What the large image is conditioned on: the small one's pixels in their places, and the user's map. Called inside a tidy. */
export function largeMap(placed: tf.Tensor4D, map: tf.Tensor4D | undefined): tf.Tensor4D {
  return map ? tf.concat([placed, map], 3) : placed;
}
