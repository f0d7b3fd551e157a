import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { type ConvolutionAttributes, convolutionInfo, type Info, type Layout } from '../kernels/convolution/info.ts';
import type { Result } from './compare.ts';

/** A convolution to test with. */
export interface Example {
  readonly layout: Layout;
  readonly xShape: number[];
  readonly filterShape: number[];
  readonly attributes: ConvolutionAttributes;
  readonly seed: number;
}

/** Convolutions of all kinds, small enough for the naive oracle. */
export function examples(layout: Layout): fc.Arbitrary<Example> {
  const channels = fc.integer({ min: 1, max: layout === 'dense' ? 9 : 5 });
  const side = fc.integer({ min: 1, max: 9 });
  const window = fc.integer({ min: 1, max: 4 });
  return fc
    .record({ batch: fc.integer({ min: 1, max: 3 }), sides: fc.tuple(side, side), depth: channels, channels, seed: fc.nat() })
    .chain(({ batch, sides, depth, channels, seed }) =>
      fc.record({ window: fc.tuple(window, window), attributes: attributes() }).map(({ window, attributes }) => ({
        layout,
        xShape: [batch, ...sides, depth],
        filterShape: [...window, depth, channels],
        attributes,
        seed,
      })),
    )
    .filter((example) => infoOf(example) !== undefined);
}

function attributes(): fc.Arbitrary<ConvolutionAttributes> {
  const steps = fc.integer({ min: 1, max: 3 });
  const side = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
  const explicit = fc.tuple(fc.constant([0, 0] as [number, number]), side, side, fc.constant([0, 0] as [number, number]));
  return fc.record({
    strides: fc.tuple(steps, steps),
    dilations: fc.tuple(steps, steps),
    pad: fc.oneof(fc.constant('same' as const), fc.constant('valid' as const), fc.integer({ min: 0, max: 3 }), explicit),
    dimRoundingMode: fc.constantFrom('floor', 'round', 'ceil'),
    dataFormat: fc.constant('NHWC'),
  });
}

export function infoOf({ layout, xShape, filterShape, attributes }: Example): Info {
  return convolutionInfo(layout, xShape, filterShape, attributes)!;
}

/** The same numbers for the same seed, in (-1, 1), exact in float32. */
export function numbers(shape: readonly number[], seed: number): number[] {
  let state = (seed * 2654435761 + 1) >>> 0;
  return Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.fround((state - 2 ** 31) / 2 ** 31);
  });
}

/** Runs a kernel of the current backend. */
export function run(kernel: string, inputs: Record<string, tf.Tensor>, attributes: object): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, attributes as tf.NamedAttrMap) as tf.Tensor;
}

export function result(shape: number[], values: number[]): Result {
  return { shapes: [shape], values: [values] };
}
