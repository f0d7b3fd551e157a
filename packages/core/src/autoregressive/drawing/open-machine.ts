import type * as tf from '@tensorflow/tfjs-core';
import { compile } from '../compile.ts';
import { createMachine } from '../create-machine.ts';
import { NaiveMachine } from '../naive-machine.ts';
import type { PixelMachine } from '../pixel-machine.ts';
import type { PixelNetwork } from '../pixel-network.ts';

export interface PixelMachineWishes {
  readonly network: PixelNetwork;
  /** [images, height, width, channels]. */
  readonly shape: readonly [count: number, height: number, width: number, channels: number];
  /** What the network is conditioned on: a map each, or one pixel each. It is the machine's from now on. */
  readonly condition?: tf.Tensor4D | undefined;
  /** @default 'map' */
  readonly conditionSize?: 'map' | 'pixel';
  /** False computes the whole network anew for every pixel. @default true */
  readonly incremental?: boolean;
}

/** What computes the pixels of some images by a network with its weights as they are now. The caller disposes it. */
export async function openPixelMachine(wishes: PixelMachineWishes): Promise<PixelMachine> {
  const { network, shape, condition, conditionSize: size = 'map', incremental = true } = wishes;
  const [count, height, width, channels] = shape;
  if (!incremental) return naive(network, shape, condition);
  try {
    const program = await compile(network, { channels, ...(condition && { condition: { channels: condition.shape[3], size } }) });
    const values = condition && { condition: (await condition.data()) as Float32Array };
    return createMachine(program, { count, height, width, ...values });
  } finally {
    condition?.dispose();
  }
}

function naive(network: PixelNetwork, shape: PixelMachineWishes['shape'], condition: tf.Tensor4D | undefined): PixelMachine {
  const machine = new NaiveMachine(network, { shape, ...(condition && { condition }) });
  return Object.assign(machine, { dispose: () => condition?.dispose() });
}
