import { startingLines } from '../backend.ts';
import { modelFile } from '../model-file.ts';
import type { PixelVaeRun } from './run.ts';

/** A program that goes on from the model's file. */
export function usage({ options, data }: PixelVaeRun): string {
  const { imports, start } = startingLines(options.backend);
  return `${imports}
import { loadPixelVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const model = await loadPixelVae('${modelFile(options)}');
const images = await model.sample({ count: 16, seed: 7 }); // a tensor of [${[16, ...data.spec.shape].join(', ')}]
const others = await model.reconstruct(images, { seed: 8 }); // drawn again, given the z of each
const { elbo, kl, klShare } = model.elboParts(images, { seed: 0 }); // in nats, and what part of the bound z has`;
}
