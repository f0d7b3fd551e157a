import { startingLines } from '../backend.ts';
import { modelFile } from '../model-file.ts';
import { chosenClass } from '../training/chosen-class.ts';
import type { VaeRun } from './run.ts';

/** A program that goes on from the model's file. */
export function usage({ options, data }: VaeRun): string {
  const { imports, start } = startingLines(options.backend);
  const { classNames, examples, spec } = data;
  return `${imports}
import { loadVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const vae = await loadVae('${modelFile(options)}');
${chosenClass(classNames, 64)}const ${examples} = await vae.sample({ count: 64, seed: 7${classNames ? ', condition' : ''} }); // a tensor of [${[64, ...spec.shape].join(', ')}]`;
}
