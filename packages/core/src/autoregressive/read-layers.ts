import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import type { PixelNetwork } from './pixel-network.ts';
import type { PixelLayer, PixelOps, PixelRecurrence } from './pixel-ops.ts';

/** The weights of a layer on the host. */
export interface LayerValues {
  readonly kernel: Float32Array;
  /** [rows, columns, inputs, filters] of a convolution, [taps, hidden, 4 hidden] of a recurrence. */
  readonly shape: readonly number[];
  /** Empty where there is none. */
  readonly bias: Float32Array;
}

/** The weights of all layers of a network, as they are now. Throws 'diverged' where one is NaN or infinite. */
export async function readLayers(network: PixelNetwork, conditioned: boolean): Promise<Map<object, LayerValues>> {
  const layers = new Set<PixelLayer | PixelRecurrence>();
  network.apply<null>(collect(layers), null, conditioned ? null : undefined);
  const entries = [...layers].map(async (layer) => [layer, await read(layer)] as const);
  return new Map(await Promise.all(entries));
}

/** Goes through a network only to see its layers. */
function collect(layers: Set<PixelLayer | PixelRecurrence>): PixelOps<null> {
  const nothing = () => null;
  const note = (layer: PixelLayer | PixelRecurrence) => {
    layers.add(layer);
    return null;
  };
  return {
    apply: note,
    recur: note,
    activate: nothing,
    affine: nothing,
    add: nothing,
    multiply: nothing,
    concat: nothing,
    slice: nothing,
    shiftDown: nothing,
    shiftRight: nothing,
    dropout: nothing,
  };
}

async function read(layer: PixelLayer | PixelRecurrence): Promise<LayerValues> {
  const kernel = tf.tidy(() => tf.clone<tf.Tensor>(layer.effectiveKernel()));
  try {
    const bias = 'bias' in layer && layer.bias ? await layer.bias.data() : new Float32Array();
    const values = 'fixedKernel' in layer && layer.fixedKernel ? layer.fixedKernel() : kernel.data();
    return checkFinite({ kernel: (await values) as Float32Array, shape: kernel.shape, bias: bias as Float32Array });
  } finally {
    kernel.dispose();
  }
}

function checkFinite(values: LayerValues): LayerValues {
  const wrong = [values.kernel, values.bias].flatMap((list) => list.find((weight) => !Number.isFinite(weight)) ?? []);
  check(
    wrong.length === 0,
    'diverged',
    () => `the weights of an autoregressive network must be finite, got ${wrong[0]}: take them from before training diverged`,
  );
  return values;
}
