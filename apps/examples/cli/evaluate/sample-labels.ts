import { createRng } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { labelsFor, type MaybeConditional } from '../likelihood/labels-for.ts';

/**
 * The classes that samples of a model are asked to be of: each that of a training example drawn at random, so that the classes come in
 * their shares. Nothing where the model is told none.
 */
export function sampleLabels(model: MaybeConditional, train: Dataset, count: number, seed: number): Int32Array | undefined {
  const labels = labelsFor(model, train);
  if (labels === undefined) return undefined;
  const uniforms = createRng(seed).fork('labels').fillUniform(new Float32Array(count));
  return Int32Array.from(uniforms, (uniform) => labels[Math.floor(uniform * labels.length)]!);
}
