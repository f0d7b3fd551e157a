import { GatedPixelCnn } from '@genmodels/pixelcnn';
import type { ConditionalData } from '../training/conditional-data.ts';
import type { TrainVqVaeOptions } from './options.ts';

type PriorOptions = Pick<TrainVqVaeOptions, 'prior-filters' | 'prior-layers' | 'seed'>;

/** The model of codes that the options describe, told the class where that has names. */
export function buildPrior(
  { spec, classNames }: Pick<ConditionalData, 'spec' | 'classNames'>,
  options: PriorOptions,
): GatedPixelCnn {
  const { 'prior-filters': filters, 'prior-layers': layers, seed } = options;
  return new GatedPixelCnn({ spec, filters, layers, classes: classNames?.length ?? 0, seed });
}
