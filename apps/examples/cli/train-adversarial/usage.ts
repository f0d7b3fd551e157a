import { startingLines } from '../backend.ts';
import { modelFile } from '../model-file.ts';
import { chosenClass } from '../training/chosen-class.ts';
import type { AdversarialRun } from './run.ts';

/** A program that goes on from the model's file. */
export function usage({ options, data }: AdversarialRun): string {
  const { imports, start } = startingLines(options.backend);
  const { classNames, examples, spec } = data;
  const classify =
    options.mode === 'semi-supervised'
      ? `\nconst probabilities = model.classify(${examples}); // [64, ${classNames!.length}]`
      : '';
  return `${imports}
import { loadAdversarialAutoencoder } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

${start}
const model = await loadAdversarialAutoencoder('${modelFile(options)}');
${chosenClass(classNames, 64)}const ${examples} = await model.sample({ count: 64, seed: 7${classNames ? ', condition' : ''} }); // a tensor of [${[64, ...spec.shape].join(', ')}]${classify}`;
}
