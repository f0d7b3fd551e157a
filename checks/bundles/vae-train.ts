// An application that trains a VAE on its user's data.
import { type BatchSource, fit } from '@genmodels/core';
import { mlp, Vae } from '@genmodels/vae';

export async function train(source: BatchSource) {
  const vae = new Vae({ spec: source.spec, network: mlp() });
  await fit(vae, source, { steps: 1000, seed: 0 });
  return vae.sample({ count: 16, seed: 0 });
}
