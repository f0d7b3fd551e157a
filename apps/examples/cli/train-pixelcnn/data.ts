import type { Surroundings } from '../surroundings.ts';
import { classNamesOf } from '../training/class-names.ts';
import { loadImages } from '../training/load-images.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { TrainPixelcnnOptions } from './options.ts';

/** Three parts of images that share none. */
export interface PixelcnnData extends TrainingData {
  /** What the classes are called that the model is conditioned on; absent where it is not. */
  readonly classNames?: readonly string[];
}

/** Throws 'invalid-argument' where the data are no images, or lack the classes that the options ask for. */
export async function loadPixelcnnData(options: TrainPixelcnnOptions, surroundings: Surroundings): Promise<PixelcnnData> {
  const data = await loadImages(options, surroundings);
  if (!options.conditional) return data;
  const classNames = classNamesOf(data, options.data, '--conditional');
  surroundings.terminal.say(`${classNames.length} classes`);
  return { ...data, classNames };
}
