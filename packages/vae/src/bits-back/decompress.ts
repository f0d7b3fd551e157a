import { AnsStack, check, checkFingerprint, digest, fingerprint, largestCodedSize, levelValues, pauser } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Vae } from '../vae.ts';
import { BitsBackCoder } from './bits-back-coder.ts';
import { codedValues } from './coded-values.ts';
import type { CodingOptions } from './coding-options.ts';
import { type CodedHeader, codedFile, headerBytes, readHeader } from './header.ts';
import { digestLabels, readLabels } from './host-labels.ts';
import { HostNetworks } from './host-networks.ts';
import { NormalBuckets } from './normal-buckets.ts';
import { probe } from './probe.ts';
import { seededBytes } from './seeded-bytes.ts';

/**
 * The examples that `compress` was given, [count, ...shape], which the caller disposes; under the same condition, with the same model
 * to the bit, on the same backend.
 *
 * Throws 'incompatible-file' for another model, condition, arithmetic or a backend that computes otherwise, 'corrupt-file' for damaged
 * bytes: a wrong image never comes back. A file may claim up to 2^28 values, which take their time: `signal` ends it.
 */
export async function decompress(vae: Vae, bytes: Uint8Array, options: CodingOptions = {}): Promise<tf.Tensor> {
  const { condition = {}, codings = [], signal, onProgress } = options;
  const header = await readHeader(bytes);
  const { count, seed } = header;
  const networks = new HostNetworks(vae);
  await checkModel(header, vae, networks);
  const labels = readLabels(vae, condition, count);
  checkSame('condition', header.condition, await digestLabels(labels), 'give what the examples were compressed with');
  const values = codedValues(vae, codings);
  checkWhole(count * values.size <= largestCodedSize);
  const stack = new AnsStack({ bytes: bytes.subarray(headerBytes) });
  const coder = new BitsBackCoder({ stack, networks, values, latent: vae.config.latent, buckets: new NormalBuckets() });
  const levels = new Uint16Array(count * values.size);
  const rest = pauser();
  for (let i = 0; i < count; i++) {
    signal?.throwIfAborted();
    levels.set(await coder.take(labels?.[i]), i * values.size);
    onProgress?.(i + 1);
    await rest();
  }
  checkWhole(isLent(stack.bytes(), seededBytes(seed)) && (await digest(levels, 8)) === header.levels);
  const known = levelValues(values.levels);
  return tf.tensor(
    Float32Array.from(levels, (level) => known[level]!),
    [count, ...vae.config.spec.shape],
  );
}

async function checkModel(header: CodedHeader, vae: Vae, networks: HostNetworks): Promise<void> {
  checkSame('model', header.model, await fingerprint(vae), 'load the one that the examples were compressed with');
  const advice = `take the backend ${JSON.stringify(header.backend)}, in the build that compressed them`;
  checkSame(`arithmetic of the backend "${tf.getBackend()}"`, header.probe, await probe(vae, networks), advice);
}

function checkSame(what: string, wanted: string, got: string, advice: string): void {
  checkFingerprint(what, wanted, got, codedFile.content, advice);
}

function checkWhole(whole: boolean): void {
  check(whole, 'corrupt-file', () => 'compressed examples must be whole, got damaged ones');
}

/** Whether nothing is left on a stack but what was lent, below a 1. */
function isLent(left: Uint8Array, lend: () => number): boolean {
  return left.reverse().every((byte, i) => byte === (i === 0 ? 1 : lend()));
}
