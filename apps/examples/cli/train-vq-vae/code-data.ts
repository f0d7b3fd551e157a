import { sizeOf } from '@genmodels/core';
import { Dataset } from '@genmodels/datasets';
import type { VqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import type { ConditionalData } from '../training/conditional-data.ts';
import { parts } from './parts.ts';

/** The same data as the codes of its images: small images of as many levels as there are entries. */
export async function encodeData(vqVae: VqVae, data: ConditionalData): Promise<ConditionalData> {
  const train = await encodePart(vqVae, data.train);
  const validation = await encodePart(vqVae, data.validation);
  const test = await encodePart(vqVae, data.test);
  return { ...data, spec: train.spec, train, validation, test };
}

async function encodePart(vqVae: VqVae, part: Dataset): Promise<Dataset> {
  const size = sizeOf(vqVae.grid);
  const values = new Uint8Array(part.length * size); // bytes are the numbers of levels
  for (const indices of parts(part)) {
    const codes = tf.tidy(() => vqVae.encode(part.images(indices)));
    values.set(await codes.data(), indices[0]! * size);
    codes.dispose();
  }
  const { labels, classNames } = part;
  return Dataset.from({
    name: `codes of ${part.name}`,
    values,
    shape: [...vqVae.grid, 1],
    domain: { levels: vqVae.config.entries },
    ...(labels && { labels }),
    ...(classNames && { classNames }),
  });
}
