import { createRng, type DataSpec, interpolationStrip, latentPath, lerp, slerp } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Autoencoder } from './autoencoder/autoencoder.ts';
import { conv } from './networks/conv.ts';
import { mlp } from './networks/mlp.ts';
import { Vae } from './vae.ts';

const spec: DataSpec = { shape: [6, 5, 1], domain: 'unit' };

/** A model as a way between two images needs it: what they are encoded as, what that is decoded to, and their reconstructions. */
interface Coder {
  codesOf(x: tf.Tensor): tf.Tensor2D;
  decode(z: tf.Tensor2D): tf.Tensor;
  reconstruct(x: tf.Tensor): tf.Tensor;
}

function vaeCoder(vae: Vae): Coder {
  const codesOf = (x: tf.Tensor) => vae.encode(x).mean; // a draw from q(z given x) would end the way somewhere else
  return { codesOf, decode: (z) => vae.decode(z), reconstruct: (x) => vae.decode(codesOf(x)) };
}

function autoencoderCoder(autoencoder: Autoencoder): Coder {
  return {
    codesOf: (x) => autoencoder.encode(x),
    decode: (z) => autoencoder.decode(z),
    reconstruct: (x) => autoencoder.reconstruct(x),
  };
}

const coders: Record<string, () => Coder> = {
  'Vae, mlp': () => vaeCoder(new Vae({ spec, latent: 3, network: mlp({ hidden: [8] }) })),
  'Vae, conv': () => vaeCoder(new Vae({ spec, latent: 3, network: conv({ filters: [3], hidden: 8 }) })),
  'Autoencoder, mlp': () => autoencoderCoder(new Autoencoder({ spec, latent: 3, network: mlp({ hidden: [8] }) })),
  'Autoencoder, conv': () => autoencoderCoder(new Autoencoder({ spec, latent: 3, network: conv({ filters: [3], hidden: 8 }) })),
};
const ways = { lerp, slerp };
const cases = ['simd', 'cpu'].flatMap((backend) =>
  Object.keys(coders).flatMap((model) => Object.keys(ways).map((way) => [backend, model, way as keyof typeof ways] as const)));

describe.each(cases)('%s: %s, %s', (backend, model, way) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));

  test('the ends of a way between two images are their reconstructions, bit for bit', () => {
    const { codesOf, decode, reconstruct } = coders[model]!();
    const x = createRng(1).uniform<tf.Rank.R4>([2, 6, 5, 1]);
    const frames = decode(interpolationStrip(codesOf(x), 5, ways[way]));
    expect(tf.gather(frames, [0, 4]).dataSync()).toEqual(reconstruct(x).dataSync());
  });

  test('and so are the stops of a longer way', () => {
    const { codesOf, decode, reconstruct } = coders[model]!();
    const x = createRng(2).uniform<tf.Rank.R4>([3, 6, 5, 1]);
    const frames = decode(latentPath(codesOf(x), 4, ways[way]));
    expect(tf.gather(frames, [0, 4, 8]).dataSync()).toEqual(reconstruct(x).dataSync());
    expect(tf.gather(frames, [2, 4, 6]).dataSync()).not.toEqual(reconstruct(x).dataSync());
  });
});
