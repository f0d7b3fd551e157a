import type { DataSpec, Trainable } from '@genmodels/core';

/** Binary pictures of 28x28, whatever is in them: what every reference network learns. */
export const pictures: DataSpec = { shape: [28, 28, 1], domain: 'binary' };

/** A network whose training step is measured, on every backend and in `peers/pytorch.py`. */
export interface ReferenceNetwork {
  readonly id: NetworkId;
  readonly title: string;
  readonly batchSize: number;
  build(): Trainable;
}

export type NetworkId = (typeof networkIds)[number];

export const networkIds = ['mlp-vae', 'conv-vae', 'pixelcnn', 'dcgan'] as const;
