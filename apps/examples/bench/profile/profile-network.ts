import { fit, registerGradients } from '@genmodels/core';
import type { NetworkId } from '../networks/network.ts';
import { referenceNetwork } from '../networks/reference-networks.ts';
import { digitsInMemory } from '../works/time-steps.ts';
import { KernelClock, type KernelRun } from './kernel-clock.ts';

/** How long the steps of a network took on the current backend, and how long the kernels in them. */
export interface Profile {
  readonly title: string;
  readonly steps: number;
  /** Of all steps, from the first to the last. */
  readonly milliseconds: number;
  readonly runs: readonly KernelRun[];
}

/** Times the kernels of some training steps, after some that warm up. */
export async function profileNetwork(id: NetworkId, { warmUp = 10, steps = 20 } = {}): Promise<Profile> {
  const { title, batchSize, build } = referenceNetwork(id);
  registerGradients(); // before the clock starts, as core replaces a kernel of stock wasm
  const model = build();
  const batch = digitsInMemory(batchSize);
  const clock = new KernelClock();
  const reports: number[] = [];
  const onReport = () => {
    reports.push(performance.now());
    if (reports.length === warmUp) clock.start();
  };
  await fit(model, batch.source, { steps: warmUp + steps, seed: 0, reportEvery: 1, callbacks: { onReport } });
  const runs = clock.stop();
  model.dispose();
  batch.dispose();
  return { title, steps, milliseconds: reports.at(-1)! - reports[warmUp - 1]!, runs };
}
