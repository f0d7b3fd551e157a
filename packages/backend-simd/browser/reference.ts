import { setFlagsFromString } from 'node:v8';
import * as tf from '@tensorflow/tfjs-core';
import type { Build } from '../src/index.ts';
import { startSimd } from '../src/testing/start.ts';
import { bestBuild } from '../src/wasm/builds.ts';
import { type Outputs, runWorkload } from './workload.ts';

/** What each build computes in Node, on two threads. */
export async function computeReferences(): Promise<Readonly<Record<Build, Outputs>>> {
  if (bestBuild() !== 'relaxed') setFlagsFromString('--experimental-wasm-relaxed-simd'); // Node 20 has it behind this flag
  return { relaxed: await compute('relaxed'), baseline: await compute('baseline'), scalar: await compute('scalar') };
}

async function compute(build: Build): Promise<Outputs> {
  await startSimd({ threads: 2, build });
  const outputs = await runWorkload();
  tf.removeBackend('simd');
  return outputs;
}
