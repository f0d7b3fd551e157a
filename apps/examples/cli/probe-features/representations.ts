import { autoencoderLearner } from './autoencoder-learner.ts';
import type { ClassifiedImages } from './data.ts';
import { ganLearner } from './gan-learner.ts';
import type { Learner } from './learner.ts';
import type { ProbeFeaturesOptions } from './options.ts';
import { vaeLearner } from './vae-learner.ts';

/** One way to describe an image by numbers. */
interface Representation {
  readonly title: string;
  /** What the numbers are, to stand in a sentence. */
  readonly about: string;
  /** What makes them; absent for the pixels themselves. */
  readonly learner?: (data: ClassifiedImages, options: ProbeFeaturesOptions) => Learner;
}

/** What is compared, in the order of the table. */
const representations = {
  pixels: { title: 'Raw pixels', about: 'the image itself' },
  vae: { title: 'VAE', about: 'the mean of q(z given x)', learner: vaeLearner },
  autoencoder: { title: 'Autoencoder', about: 'its code', learner: autoencoderLearner },
  gan: { title: 'GAN', about: 'the last layer but one of its discriminator', learner: ganLearner },
} as const satisfies Record<string, Representation>;

export type RepresentationName = keyof typeof representations;

export const representationNames = Object.keys(representations) as RepresentationName[];

/** The same, to be looked up by any name. */
export function representationOf(name: RepresentationName): Representation {
  return representations[name];
}
