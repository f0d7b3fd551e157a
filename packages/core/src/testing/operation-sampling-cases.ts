import * as tf from '@tensorflow/tfjs-core';
import { binary, type OperationCase, unary } from './operation-case.ts';

/** Kernels that read images at computed places. None of these lies where rounding could decide between two pixels. */
export function samplingCases(): OperationCase[] {
  const rotated = unary('rotateWithOffset', [2, 5, 4, 3], (x) => tf.image.rotateWithOffset(images(x), 0.7, 2, [0.4, 0.7]));
  return [...cropCases(), ...transformCases(), { ...rotated, needs: ['RotateWithOffset'] }];
}

function cropCases(): OperationCase[] {
  return [
    cropping('bilinear', [3, 2]),
    cropping('bilinear', [1, 4]),
    cropping('nearest', [2, 3]),
    unary('cropAndResize of a whole image', [1, 4, 4, 2], (x) =>
      tf.image.cropAndResize(images(x), [[0, 0, 1, 1]], tf.tensor1d([0], 'int32'), [7, 7]),
    ),
  ];
}

/** Within an image, beyond it, and mirrored. */
const BOXES = [
  [0.1, 0.05, 0.8, 0.9],
  [-0.2, 0.3, 0.62, 1.1],
  [0.75, 0.87, 0.3, 0.2],
];

function cropping(method: 'bilinear' | 'nearest', size: [number, number]): OperationCase {
  return binary(`cropAndResize ${method} to ${size}`, [2, 4, 5, 2], [3, 4], (x, shift) => {
    const boxes = tf.add(BOXES, tf.mul(shift, 0.03)) as tf.Tensor2D;
    return tf.image.cropAndResize(images(x), boxes, tf.tensor1d([1, 0, 1], 'int32'), size, method, 0.4);
  });
}

function transformCases(): OperationCase[] {
  const modes = ['constant', 'reflect', 'wrap', 'nearest'] as const;
  const filled = (method: 'nearest' | 'bilinear', mode: (typeof modes)[number]): OperationCase => ({
    ...unary(`transform ${method}, filled by ${mode}`, [1, 4, 5, 2], (x) =>
      tf.image.transform(images(x), [AFFINE], method, mode, 0.4),
    ),
    wrongOn: mode === 'reflect' ? ['wasm'] : [], // beyond the first border
  });
  const cases: OperationCase[] = [
    ...modes.flatMap((mode) => [filled('nearest', mode), filled('bilinear', mode)]),
    unary('transform in perspective, to another size', [1, 4, 5, 2], (x) =>
      tf.image.transform(images(x), [PERSPECTIVE], 'bilinear', 'constant', 0.4, [3, 7]),
    ),
    batched('transform of all by one', [PERSPECTIVE]),
    batched('transform of each by its own', [AFFINE, PERSPECTIVE]),
  ];
  return cases.map((each) => ({ needs: ['Transform'], ...each }));
}

/** tfjs's cpu kernel returns after the first image. */
function batched(name: string, transforms: number[][]): OperationCase {
  return { ...unary(name, [2, 4, 5, 2], (x) => tf.image.transform(images(x), transforms, 'bilinear')), wrongOn: ['cpu'] };
}

/** Reaches far beyond all four borders. */
const AFFINE = [2.81, -1.57, -2.13, 0.62, 1.83, -3.37, 0, 0];
const PERSPECTIVE = [1.1, 0.25, -0.6, -0.15, 0.9, 0.4, 0.05, -0.03];

function images(x: tf.Tensor): tf.Tensor4D {
  return x as tf.Tensor4D;
}
