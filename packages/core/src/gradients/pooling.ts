import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { averagesInside, onWasm } from './backend-traits.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { resized } from './sizes.ts';
import { perAxis, type WindowAttributes, type WindowGeometry, windowGeometry } from './window-geometry.ts';
import { firstMaxima, windows } from './windows.ts';

/** Average and maximum pooling in two dimensions. */
export function poolingGradients(): GradientTable {
  return { ...averagePooling('AvgPool', 'AvgPoolGrad'), ...maximumPooling('MaxPool', 'MaxPoolGrad') };
}

/** And in three. */
export function pooling3dGradients(): GradientTable {
  return { ...averagePooling('AvgPool3D', 'AvgPool3DGrad'), ...maximumPooling('MaxPool3D', 'MaxPool3DGrad') };
}

interface PoolingAttributes extends WindowAttributes {
  readonly filterSize: number | readonly number[];
}

/**
 * Pooling averages over the pixels inside the image, but tfjs's backward kernels divide by the whole window, which is wrong
 * along a padded border. So dy is rescaled there before.
 */
function averagePooling(forward: string, backward: 'AvgPoolGrad' | 'AvgPool3DGrad'): GradientTable {
  return {
    [forward]: gradient(['x'], (dy, [x], attributes: PoolingAttributes) => ({
      x: () =>
        runKernel(backward, { dy: averagesInside(backward) ? dy : rescale(dy, x.shape, attributes, 'up'), input: x }, attributes),
    })),
    [backward]: gradient(['input'], (ddx, [input], attributes: PoolingAttributes) => ({
      dy: () => {
        const y = runKernel(forward, { x: ddx }, attributes);
        return averagesInside(backward) ? y : rescale(y, input.shape, attributes, 'down');
      },
      input: () => tf.zerosLike(input),
    })),
  };
}

/** Times the share of each window that lies inside the image ('down'), or divided by it. */
function rescale(y: tf.Tensor, input: number[], attributes: PoolingAttributes, direction: 'up' | 'down'): tf.Tensor {
  const { sizes, geometry } = layout(input, attributes, y.shape);
  const [inside, window, output] = sizes;
  return output.reduce((scaled, count, i) => {
    const factors = Float32Array.from({ length: count }, (_, place) => {
      const start = place * geometry.strides[i]! - geometry.before[i]!;
      const hits = Math.min(inside[i]!, start + window[i]!) - Math.max(0, start);
      return direction === 'down' ? hits / window[i]! : window[i]! / hits;
    });
    const flat = y.shape.map(() => 1);
    return factors.every((factor) => factor === 1) ? scaled : tf.mul(scaled, tf.tensor(factors, resized(flat, i + 1, count)));
  }, y);
}

/** The maximum passes its gradient to the first element that attains it. */
function maximumPooling(forward: string, backward: string): GradientTable {
  return {
    [forward]: gradient(['x'], (dy, [x], attributes: PoolingAttributes) => ({
      x: () => {
        const output = runKernel(forward, { x }, attributes);
        return onWasm() ? maximumBack(dy, x, output, attributes) : runKernel(backward, { dy, input: x, output }, attributes);
      },
    })),
    [backward]: gradient(['input', 'output'], (ddx, [input, output], attributes: PoolingAttributes) => ({
      dy: () => {
        const { cells, hits } = maxima(input, output, attributes);
        return runKernel(
          'AddN',
          cells.read(ddx, 0).map((cell, i) => tf.mul(cell, hits[i]!)),
        );
      },
      input: () => tf.zerosLike(input),
      output: () => tf.zerosLike(output),
    })),
  };
}

/** What wasm's backward kernel should do: it loses the gradient of windows without a positive element. */
function maximumBack(dy: tf.Tensor, x: tf.Tensor, output: tf.Tensor, attributes: PoolingAttributes): tf.Tensor {
  const { cells, hits } = maxima(x, output, attributes);
  return cells.write(hits.map((hit) => tf.mul(dy, hit)));
}

function maxima(x: tf.Tensor, output: tf.Tensor, attributes: PoolingAttributes) {
  const { sizes, geometry } = layout(x.shape, attributes, output.shape);
  const cells = windows(...sizes, geometry);
  return { cells, hits: firstMaxima(cells.read(x, -Infinity), output) };
}

interface PoolingLayout {
  readonly sizes: readonly [input: readonly number[], window: readonly number[], output: readonly number[]];
  readonly geometry: WindowGeometry;
}

function layout(input: readonly number[], attributes: PoolingAttributes, output: readonly number[]): PoolingLayout {
  const inside = input.slice(1, -1);
  const sizes = [inside, perAxis(attributes.filterSize, inside.length), output.slice(1, -1)] as const;
  return { sizes, geometry: windowGeometry(attributes, ...sizes) };
}
