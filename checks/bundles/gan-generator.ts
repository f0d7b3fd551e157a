// An application that embeds a trained GAN: it loads a generator, draws with it frame by frame, and never trains.
import { loadGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';

export async function draw(url: string) {
  const generator = await loadGenerator(url);
  return generator.generate(tf.zeros([1, generator.config.latent]));
}
