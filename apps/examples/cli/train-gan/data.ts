import { partSizes } from '../../report/part-sizes.ts';
import type { Surroundings } from '../surroundings.ts';
import { type ConditionalData, nameClasses } from '../training/conditional-data.ts';
import { loadData } from '../training/training-data.ts';
import type { TrainGanOptions } from './options.ts';

/** Values as they are: a generator makes no choices between black and white. Throws 'invalid-argument' where the classes lack. */
export async function loadGanData(options: TrainGanOptions, surroundings: Surroundings): Promise<ConditionalData> {
  const data = await loadData({ ...options, binarize: 'none' }, surroundings);
  surroundings.terminal.say(`${data.name}, ${data.values}`);
  surroundings.terminal.say(partSizes(data, data.examples));
  return nameClasses(data, options, surroundings);
}
