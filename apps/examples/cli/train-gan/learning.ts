import { adam, type Optimizer, rmsProp } from '@genmodels/core';
import type { ExampleWord } from '../data/data-set.ts';
import type { ScheduleName } from '../training/schedules.ts';
import { autoWidth } from './networks.ts';
import type { TrainGanOptions } from './options.ts';

/** How both players learn. */
export interface Learning {
  readonly rate: number;
  readonly optimizer: Optimizer;
  readonly schedule: ScheduleName;
  /** What a report calls it: 'Adam with betas 0.5 and 0.999'. */
  readonly words: string;
}

type LearningOptions = Pick<TrainGanOptions, 'loss' | 'learning-rate' | 'width' | 'schedule'> &
  Partial<Pick<TrainGanOptions, 'network'>>;

/**
 * As the paper of the loss has it: Radford et al. 2016, section 4; Gulrajani et al. 2017, algorithm 1; Arjovsky et al. 2017, section 4.
 * Points need no such care, and learn at larger rates.
 */
export function learningOf(options: LearningOptions, examples: ExampleWord): Learning {
  const { loss, 'learning-rate': given } = options;
  const schedule = options.schedule === 'auto' ? scheduleOf(examples) : options.schedule;
  const rate = given === 'auto' ? rateOf(options, examples) : given;
  if (loss === 'wasserstein') return { rate, optimizer: rmsProp({ learningRate: rate }), schedule, words: 'RMSProp' };
  const [beta1, beta2] = loss === 'wasserstein-gp' ? [0, 0.9] : [0.5, 0.999];
  return {
    rate,
    optimizer: adam({ learningRate: rate, beta1, beta2 }),
    schedule,
    words: `Adam with betas ${beta1} and ${beta2}`,
  };
}

/** The DCGAN paper keeps its rate, and samples still get better at the end. On points the players circle until their steps are small. */
function scheduleOf(examples: ExampleWord): Learning['schedule'] {
  return examples === 'images' ? 'constant' : 'cosine';
}

function rateOf({ loss, network, width }: LearningOptions, examples: ExampleWord): number {
  if (examples !== 'images') return loss === 'wasserstein' ? 5e-4 : 1e-3;
  const paper = papers[loss === 'wasserstein' || loss === 'wasserstein-gp' ? loss : 'dcgan'];
  if (network === 'mlp') return paper.rate;
  return paper.rate * (paper.width / (width === 'auto' ? autoWidth : width));
}

/** Rates for networks of so many channels next to the picture. Narrower ones learn well at rates that are larger in proportion. */
const papers = {
  dcgan: { rate: 2e-4, width: 64 },
  wasserstein: { rate: 5e-5, width: 64 },
  'wasserstein-gp': { rate: 1e-4, width: 128 },
};
