import { startingLines } from '../backend.ts';
import type { ProbeFeaturesRun } from './run.ts';

/** A program that learns from a few labelled images what the VAE's features make easy. */
export function usage({ options, data, examined }: ProbeFeaturesRun): string {
  const { imports, start } = startingLines(options.backend);
  const fewest = Math.min(...options.labels);
  return `${imports}
import { linearProbe } from '@genmodels/metrics';
import { loadVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const vae = await loadVae('${examined.vae.model!.path}');
const featuresOf = (images) => vae.encode(images).mean; // [count, ${data.spec.shape.join(', ')}] in [0, 1] -> [count, ${examined.vae.width}]
const probe = await linearProbe({
  train: { features: featuresOf(few), labels }, //      ${fewest} of yours, and their classes from 0
  test: { features: featuresOf(others), labels: known },
});
console.log(String(probe.accuracy));
const classes = await probe.predict(featuresOf(more)); // Int32Array`;
}
