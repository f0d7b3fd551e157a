import { startingLines } from '../backend.ts';
import { chosenClass } from '../training/chosen-class.ts';
import { classNameOf } from './models.ts';
import type { PixelcnnRun } from './run.ts';

/** A program that goes on from the model's file. */
export function usage({ options, data }: PixelcnnRun): string {
  const { classNames } = data;
  const { imports, start } = startingLines(options.backend);
  const name = classNameOf(options.model);
  const [given, coding] = classNames ? [', condition', ', { condition }'] : ['', ''];
  return `${imports}
import { load } from '@genmodels/core';
import { ${name} } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';

${start}
const model = await load('${options.out}/model.safetensors', [${name}]);
${chosenClass(classNames, 16)}const images = await model.sample({ count: 16, seed: 7${given} }); // a tensor of [${[16, ...data.spec.shape].join(', ')}]
const bytes = await model.compress(images${coding}); // and model.decompress(bytes${coding}) gives them back`;
}
