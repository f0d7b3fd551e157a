import { type BatchSource, type DataSpec, fit } from '@genmodels/core';
import { digits } from '@genmodels/datasets';
import { conv, mlp, Vae, type VaeOptions } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import type { Row } from './table.ts';

const spec: DataSpec = { shape: [28, 28, 1], domain: 'binary' };

/** The reference networks, with Adam: milliseconds a step on one backend. */
export async function benchTraining(backend: string, steps: number): Promise<Row[]> {
  await tf.setBackend(backend);
  const data = digits({ count: 1000 }).binarize('static', { seed: 0 });
  const networks: readonly [string, VaeOptions, number][] = [
    ['MLP VAE 784-400-20, batch 128', { spec, latent: 20, network: mlp({ hidden: [400] }) }, 128],
    ['MLP VAE 784-400-400-20, batch 128', { spec, latent: 20, network: mlp({ hidden: [400, 400] }) }, 128],
    ['conv VAE 4x4 stride 2, 32-64, batch 64', { spec, latent: 20, network: conv({ filters: [32, 64] }) }, 64],
  ];
  const rows: Row[] = [];
  for (const [name, options, size] of networks) {
    const median = await medianStep(options, data.batches({ size, seed: 0 }), steps);
    rows.push({ what: `${backend}: a step of ${name}`, median, unit: 'ms' });
  }
  return rows;
}

/** One step a report, so that the time between two reports is a step's; the first two warm up. */
async function medianStep(options: VaeOptions, source: BatchSource, steps: number): Promise<number> {
  const vae = new Vae(options);
  const times: number[] = [];
  let last = 0;
  const onReport = () => {
    times.push(performance.now() - last);
    last = performance.now();
  };
  await fit(vae, source, { steps: steps + 2, seed: 0, reportEvery: 1, callbacks: { onReport } });
  vae.dispose();
  const counted = times.slice(2).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)]!;
}
