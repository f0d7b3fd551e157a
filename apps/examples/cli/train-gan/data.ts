import type { Surroundings } from '../surroundings.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { loadConditional } from '../training/load-conditional.ts';
import type { TrainGanOptions } from './options.ts';

/** Values as they are: a generator makes no choices between black and white. Throws 'invalid-argument' where the classes lack. */
export function loadGanData(options: TrainGanOptions, surroundings: Surroundings): Promise<ConditionalData> {
  return loadConditional({ ...options, binarize: 'none' }, surroundings);
}
