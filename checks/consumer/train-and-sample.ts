// What a user of the published packages writes: checked and run by packed.test.ts in a project that has only the tarballs.
import '@tensorflow/tfjs-backend-cpu';
import { type BatchSource, fit } from '@genmodels/core';
import { mnistClassifier } from '@genmodels/metrics';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';

const spec = { shape: [4], domain: 'unit' } as const;
const stripes = [
  [0, 1, 0, 1],
  [1, 0, 1, 0],
];
const source: BatchSource = { spec, batch: () => ({ x: tf.tensor2d(stripes) }) };

const vae = new Vae({ spec, latent: 2, network: mlp({ hidden: [8] }) });
await fit(vae, source, { steps: 5, seed: 0 });
const samples = await vae.sample({ count: 3, seed: 0 });
console.log(JSON.stringify(samples.shape));
samples.dispose();
vae.dispose();

const extractor = await mnistClassifier(); // its weights are a file of the package
const features = extractor.features(tf.zeros([2, 28, 28, 1]));
console.log(JSON.stringify(features.shape));
