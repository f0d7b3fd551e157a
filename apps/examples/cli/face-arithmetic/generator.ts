import { equalShapes, GenmodelsError, save } from '@genmodels/core';
import { type GanGenerator, loadGenerator } from '@genmodels/gan';
import type { Surroundings } from '../surroundings.ts';
import { buildGan } from '../train-gan/build-gan.ts';
import { generatorFile } from '../train-gan/generator-file.ts';
import { trainGanDefaults } from '../train-gan/options.ts';
import { train } from '../train-gan/training.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { sayTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { FaceArithmeticOptions } from './options.ts';

/** What is computed with shall be a generator at rest. */
export const schedule = 'cosine';

/** What draws the faces, and how it was trained, where it was. The caller disposes the generator. */
export interface Drawer {
  readonly generator: GanGenerator;
  readonly training?: Training;
}

/** Trains a generator and saves it, or takes the one that is given. */
export async function openGenerator(
  data: TrainingData,
  options: FaceArithmeticOptions,
  surroundings: Surroundings,
): Promise<Drawer> {
  return options.model === ''
    ? trainGenerator(data, options, surroundings)
    : { generator: await readGenerator(data, options.model) };
}

async function trainGenerator(data: TrainingData, options: FaceArithmeticOptions, surroundings: Surroundings): Promise<Drawer> {
  const { terminal } = surroundings;
  const ganOptions = { ...trainGanDefaults, ...options, schedule, data: 'faces' } as const;
  const gan = buildGan(data, ganOptions);
  try {
    terminal.say(lengthOf(options));
    const training = await train(gan, data, ganOptions, surroundings, checkpointsOf(options, 'gan'));
    sayTraining(training, options, data, terminal);
    await save(gan.generator, generatorFile(options));
    return { generator: await loadGenerator(generatorFile(options)), training };
  } finally {
    gan.dispose();
  }
}

/** Throws 'invalid-argument' where it draws something else, or wants to be told a class. */
async function readGenerator({ spec }: TrainingData, path: string): Promise<GanGenerator> {
  const generator = await loadGenerator(path);
  const { classes, spec: drawn } = generator.config;
  if (equalShapes(drawn.shape, spec.shape) && classes === 0) return generator;
  generator.dispose();
  const got = `one of ${drawn.shape.join(' x ')} and ${classes === 0 ? 'no' : classes} classes`;
  throw new GenmodelsError(
    'invalid-argument',
    `--model must draw faces, ${spec.shape.join(' x ')}, and be told no class, got ${got}`,
  );
}
