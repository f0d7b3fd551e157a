import { startingLines } from '../backend.ts';
import { chosenClass } from '../training/chosen-class.ts';
import { generatorFile } from './generator-file.ts';
import type { GanRun } from './run.ts';

/** A program that draws with the generator's file. */
export function usage({ options, data }: GanRun): string {
  const { imports, start } = startingLines(options.backend);
  const { classNames, examples, spec } = data;
  return `${imports}
import { loadGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';

${start}
const generator = await loadGenerator('${generatorFile(options)}');
${chosenClass(classNames, 64)}const ${examples} = await generator.sample({ count: 64, seed: 7${classNames ? ', condition' : ''} }); // a tensor of [${[64, ...spec.shape].join(', ')}]`;
}
