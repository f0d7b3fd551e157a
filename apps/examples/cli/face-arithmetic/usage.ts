import { startingLines } from '../backend.ts';
import type { FaceArithmeticRun } from './run.ts';

/** A program that adds a smile to a face. `path` is the generator's. */
export function usage({ options, config }: FaceArithmeticRun, path: string): string {
  const { imports, start } = startingLines(options.backend);
  return `${imports}
import { attributeVector, createRng } from '@genmodels/core';
import { loadGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';

${start}
const generator = await loadGenerator('${path}');
const codes = createRng(0).normal([1000, ${config['latent']}]);
const faces = generator.generate(codes); //                  [1000, 32, 32, 3] in [0, 1]
const smiling = await tellSmiles(faces); //                  0 or 1 for each, by a classifier or by you
const smile = attributeVector(codes, smiling); //            [${config['latent']}]
const more = generator.generate(tf.add(codes, smile)); //    the same faces, smiling`;
}
