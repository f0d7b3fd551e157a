import { type DataSpec, load, type Sampler } from '@genmodels/core';
import { Gan, GanGenerator } from '@genmodels/gan';
import { AdversarialAutoencoder, PixelVae, Vae } from '@genmodels/vae';
import type * as tf from '@tensorflow/tfjs-core';
import { pixelcnnKinds } from '../train-pixelcnn/models.ts';

/** A model that can be evaluated: it draws, and its config says what. */
export interface Model extends Sampler {
  readonly kind: string;
  readonly config: { readonly spec: DataSpec; readonly classes?: number };
  dispose(): void;
}

/** Loads whatever model of ours the file holds. The caller disposes it. */
export function loadModel(path: string): Promise<Model> {
  return load(path, [Vae, AdversarialAutoencoder, PixelVae, Gan, GanGenerator, ...pixelcnnKinds()]);
}

/** A model that says how likely it finds an image, exactly. */
export interface ExactModel extends Model {
  /** log p(x) in nats, one value an image, which the caller disposes. */
  logProb(x: tf.Tensor, condition?: { readonly labels?: tf.Tensor1D }): tf.Tensor1D;
}

export function isExact(model: Model): model is ExactModel {
  return 'logProb' in model && !(model instanceof PixelVae); // which says it given z alone
}

/** Its samples are values of the data's own domain, not means. */
export function drawsValues(model: Model): boolean {
  return isExact(model) || model instanceof PixelVae;
}

/** What a sample of the model is, for captions. */
export function describeSamples(model: Model): string {
  const shares = 'a class, the classes in the shares of the training examples';
  const z = `a z from N(0, I)${model.config.classes ? ` and ${shares}` : ''}`;
  if (model instanceof Vae || model instanceof AdversarialAutoencoder) return `each the mean of p(x given z) at ${z}`;
  if (model instanceof PixelVae) return `each a draw from p(x given z) at ${z}`;
  if (isGan(model)) return `each what the generator makes of ${z}`;
  return model.config.classes ? `each a draw given ${shares}` : 'each a draw from the model';
}

/** 'a GAN', as a title names it. */
export function describeModel(model: Model): string {
  if (model instanceof Vae) return 'a VAE';
  if (model instanceof AdversarialAutoencoder) return 'an adversarial autoencoder';
  if (model instanceof PixelVae) return 'a PixelVAE';
  return isGan(model) ? 'a GAN' : `a ${model.kind}`;
}

/** Both players, or the generator alone: they draw the same. */
function isGan(model: Model): boolean {
  return model instanceof Gan || model instanceof GanGenerator;
}
