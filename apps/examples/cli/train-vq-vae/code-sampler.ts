import type { DataSpec, SampleOptions } from '@genmodels/core';
import type { GatedPixelCnn } from '@genmodels/pixelcnn';
import type { VqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { fromCodeImages } from './code-images.ts';
import { parts } from './parts.ts';

/** Both models as one that draws: the prior draws codes, and the decoder makes images of them. */
export interface CodeSampler {
  readonly config: { readonly spec: DataSpec; readonly classes: number };
  /** Resolves to [count, ...shape], which the caller disposes. */
  sample(options: SampleOptions): Promise<tf.Tensor4D>;
}

/** `temperature` is that of the codes, where none is asked for. */
export function codeSampler(vqVae: VqVae, prior: GatedPixelCnn, temperature: number): CodeSampler {
  return {
    config: { spec: vqVae.config.spec, classes: prior.config.classes },
    async sample(options) {
      const drawn = await prior.sample({ temperature, ...options });
      try {
        return tf.tidy(() => decodeAll(vqVae, fromCodeImages(drawn, vqVae.config.entries)));
      } finally {
        drawn.dispose();
      }
    },
  };
}

/** Codes as images, some at a time. Called inside a tidy. */
function decodeAll(vqVae: VqVae, codes: tf.Tensor3D): tf.Tensor4D {
  const all = parts({ length: codes.shape[0] });
  return tf.concat(all.map((part) => vqVae.decode(tf.slice(codes, part[0]!, part.length))));
}
