import {
  AnsStack,
  checkCodedSize,
  checkExamples,
  checkSeed,
  digest,
  fingerprint,
  joinCoded,
  pauser,
  toLevels,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Vae } from '../vae.ts';
import { BitsBackCoder } from './bits-back-coder.ts';
import { codedValues } from './coded-values.ts';
import type { CodingOptions } from './coding-options.ts';
import { writeHeader } from './header.ts';
import { digestLabels, readLabels } from './host-labels.ts';
import { HostNetworks } from './host-networks.ts';
import { NormalBuckets } from './normal-buckets.ts';
import { probe } from './probe.ts';
import { seededBytes } from './seeded-bytes.ts';

export interface CompressOptions extends CodingOptions {
  /** Of the bits that the first latents are drawn with: another seed, another file of much the same length. @default 0 */
  readonly seed?: number;
}

/**
 * Examples of exact levels in [0, 1], [count, ...shape], as bytes that `decompress` turns back, bit-equal: a header of `headerBytes`
 * bytes, about 14 bits a latent dimension, once, and the negative ELBO of all examples together (bits back with ANS, Townsend et al.
 * 2019). So it takes a VAE with a discrete likelihood, `bernoulli()` on binary data or `discretizedLogistic()`.
 *
 * The bytes are read by the same model on the same tfjs backend, in the same build of it: others round sums otherwise, which is an
 * error there, and never another image. Networks see one example at a time, so memory does not grow but with images and bytes.
 *
 * Throws 'invalid-shape' and 'invalid-value' for examples that are not the model's, 'invalid-argument' for the likelihood of a density
 * and for more than 2^28 values.
 */
export async function compress(vae: Vae, images: tf.Tensor, options: CompressOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { seed = 0, condition = {}, codings = [], signal, onProgress } = options;
  checkExamples(images, vae.config.spec.shape, 'images');
  checkCodedSize(images.size);
  checkSeed(seed);
  const values = codedValues(vae, codings);
  const count = images.shape[0]!;
  const labels = readLabels(vae, condition, count);
  const levels = toLevels(await images.data(), values.levels);
  const stack = new AnsStack({ lend: seededBytes(seed) });
  const networks = new HostNetworks(vae);
  const coder = new BitsBackCoder({ stack, networks, values, latent: vae.config.latent, buckets: new NormalBuckets() });
  const rest = pauser();
  for (let i = count - 1; i >= 0; i--) {
    signal?.throwIfAborted();
    await coder.put(levels.subarray(i * values.size, (i + 1) * values.size), labels?.[i]); // the last one first: they are taken in order
    onProgress?.(count - i);
    await rest();
  }
  const header = await writeHeader({
    ...{ count, seed, backend: tf.getBackend() },
    model: await fingerprint(vae),
    condition: await digestLabels(labels),
    probe: await probe(vae, networks),
    levels: await digest(levels, 8),
  });
  return joinCoded(header, stack.bytes());
}
