import { type DataSpec, load, type Sampler } from '@genmodels/core';
import { Vae } from '@genmodels/vae';

/** A model that can be evaluated: it draws, and its config says what. */
export interface Model extends Sampler {
  readonly kind: string;
  readonly config: { readonly spec: DataSpec };
  dispose(): void;
}

/** Loads whatever model of ours the file holds. The caller disposes it. */
export function loadModel(path: string): Promise<Model> {
  return load(path, [Vae]);
}

/** What a sample of the model is, for captions. */
export function describeSamples(model: Model): string {
  return model instanceof Vae ? 'each the mean of p(x given z) at a z from N(0, I)' : 'each a draw from the model';
}
