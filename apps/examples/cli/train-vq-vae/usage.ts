import { startingLines } from '../backend.ts';
import { modelFile } from '../model-file.ts';
import { chosenClass } from '../training/chosen-class.ts';
import { priorFile } from './prior-file.ts';
import type { VqVaeRun } from './run.ts';

/** A program that draws with both files. */
export function usage({ options, data, grid }: VqVaeRun): string {
  const { imports, start } = startingLines(options.backend);
  const { classNames, spec } = data;
  return `${imports}
import { load } from '@genmodels/core';
import { GatedPixelCnn } from '@genmodels/pixelcnn';
import { loadVqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const vqVae = await loadVqVae('${modelFile(options)}');
const prior = await load('${priorFile(options)}', [GatedPixelCnn]);
${chosenClass(classNames, 64)}const drawn = await prior.sample({ count: 64, seed: 7${classNames ? ', condition' : ''} }); // [${[64, ...grid, 1].join(', ')}]: levels in [0, 1]
const codes = tf.round(tf.mul(tf.squeeze(drawn, [3]), ${options.entries - 1})); // [${[64, ...grid].join(', ')}], from 0 to ${options.entries - 1}
const images = vqVae.decode(codes); // [${[64, ...spec.shape].join(', ')}]`;
}
