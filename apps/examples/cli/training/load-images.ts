import { check, show } from '@genmodels/core';
import { partSizes } from '../../report/part-sizes.ts';
import type { Surroundings } from '../surroundings.ts';
import { type DataOptions, loadData, type TrainingData } from './training-data.ts';

/** Looks at validation images are frequent, and likelihoods are dear: so many say enough. */
const watched = 1000;

/** Three parts of images that share none. Throws 'invalid-argument' where the data are something else. */
export async function loadImages(options: DataOptions, surroundings: Surroundings): Promise<TrainingData> {
  const loaded = await loadData(options, surroundings);
  const isImages = loaded.examples === 'images';
  check(isImages, 'invalid-argument', () => `--data must be pictures, which have pixels, got ${show(options.data)}`);
  const data = { ...loaded, validation: loaded.validation.take(Math.min(watched, loaded.validation.length)) };
  surroundings.terminal.say(`${data.name}, ${data.values}`);
  surroundings.terminal.say(partSizes(data, data.examples));
  return data;
}
