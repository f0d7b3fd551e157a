import * as tf from '@tensorflow/tfjs-core';
import { registerSimdBackend, type SimdBackend, type SimdOptions } from '../../src/index.ts';
import { type Outputs, runWorkload } from '../workload.ts';
import { helpersWork } from './helpers-work.ts';

/** What the backend is like where it runs. */
export interface Facts {
  readonly threadCount: number;
  /** Whether other threads can see the memory. */
  readonly shared: boolean;
  /** Whether helpers do work. */
  readonly helped: boolean;
  /** Whether the memory has grown. */
  readonly grew: boolean;
}

export interface Trial {
  readonly outputs: Outputs;
  readonly facts: Facts;
  /** Milliseconds from `registerSimdBackend` until the backend was there. */
  readonly start: number;
}

/** Starts the backend, works with it, and stops it. */
export async function runTrial(options: SimdOptions): Promise<Trial> {
  const before = performance.now();
  registerSimdBackend(options);
  if (!(await tf.setBackend('simd'))) throw new Error('the backend did not start');
  const start = performance.now() - before;
  const outputs = await runWorkload();
  const facts = factsOf(tf.backend() as SimdBackend);
  tf.removeBackend('simd');
  return { outputs, facts, start };
}

/** The scalar build is tfjs's own cpu backend, which has neither threads nor a memory of its own. */
function factsOf({ machine, threadCount }: SimdBackend): Facts {
  if (machine === undefined) return { threadCount: 1, shared: false, helped: false, grew: false };
  const { buffer } = machine.memory;
  const shared = !(buffer instanceof ArrayBuffer);
  return { threadCount, shared, helped: threadCount > 1 && helpersWork(machine), grew: buffer.byteLength > 2 ** 24 };
}
