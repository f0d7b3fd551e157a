// An application that trains a GAN on its user's data.
import { adam, type BatchSource, fit } from '@genmodels/core';
import { dcgan, Gan } from '@genmodels/gan';

export async function train(source: BatchSource) {
  const gan = new Gan({ spec: source.spec, network: dcgan() });
  await fit(gan, source, { steps: 1000, seed: 0, optimizer: adam({ learningRate: 2e-4, beta1: 0.5 }) });
  return gan.sample({ count: 16, seed: 0 });
}
